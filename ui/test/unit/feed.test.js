import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retryDelayMs } from '../../feed/backoff.js';
import { LiveFeed } from '../../feed/live-feed.js';
import { nextPage } from '../../feed/next-page.js';
import { aDelta, aSnapshot } from './builders.js';

/** @type {import('../../feed/live-feed.js').View} */
const VIEW = { bbox: [126.9, 37.2, 127.1, 37.3], layers: ['incidents'] };

/** A feed whose sockets and clock the test holds. */
function held() {
  const surroundings = {
    nowMs: 0,
    /** @type {any[]} */
    sockets: [],
    /** @type {Map<number, {run: () => void, atMs: number}>} */
    timers: new Map(),
    /** @type {number|null} */
    since: null,
    /** @type {any[]} */
    messages: [],
  };
  let timer = 0;
  const open = () => {
    /** @type {any} */
    const socket = {
      readyState: 0,
      sent: [],
      send: (/** @type {string} */ t) => socket.sent.push(JSON.parse(t)),
      close: () => (socket.readyState = 3),
    };
    surroundings.sockets.push(socket);
    return socket;
  };
  const feed = new LiveFeed(
    {
      onMessage: (m) => surroundings.messages.push(m),
      onConnection: () => {},
      since: () => surroundings.since,
    },
    {
      open,
      nowMs: () => surroundings.nowMs,
      later: (run, ms) => (
        surroundings.timers.set(++timer, { run, atMs: surroundings.nowMs + ms }),
        timer
      ),
      cancel: (id) => void surroundings.timers.delete(id),
      random: () => 1,
    },
  );
  const pass = (/** @type {number} */ ms) => {
    surroundings.nowMs += ms;
    for (const [id, due] of [...surroundings.timers]) {
      if (due.atMs <= surroundings.nowMs && surroundings.timers.delete(id)) due.run();
    }
  };
  const opens = () => {
    const socket = surroundings.sockets.at(-1);
    socket.readyState = 1;
    socket.onopen();
    return socket;
  };
  return { feed, world: surroundings, pass, opens };
}

test('pausesDoubleUpToTenSecondsAndAreSpread', () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((n) => retryDelayMs(n, 1)),
    [500, 1000, 2000, 4000],
  );
  assert.equal(retryDelayMs(99, 1), 10_000);
  assert.equal(retryDelayMs(0, 0), 250);
});

test('theViewIsSaidOnceConnected', () => {
  const { feed, opens } = held();
  feed.watch(VIEW);
  feed.start();
  assert.deepEqual(opens().sent, [{ watch: VIEW }]);
  assert.equal(feed.connection.phase, 'connecting');
});

test('theFirstMessageMakesItLive', () => {
  const { feed, world, opens } = held();
  feed.start();
  opens().onmessage({ data: JSON.stringify(aSnapshot()) });
  assert.equal(feed.connection.phase, 'live');
  assert.equal(world.messages.length, 1);
});

test('afterACutItComesBackWithTheLastSeq', () => {
  const { feed, world, pass, opens } = held();
  feed.watch(VIEW);
  feed.start();
  opens().onmessage({ data: JSON.stringify(aSnapshot({ seq: 42 })) });
  world.since = 42;
  world.sockets[0].onclose();
  assert.deepEqual(feed.connection, { phase: 'waiting', attempt: 1, retryAtMs: 500 });
  pass(500);
  assert.equal(world.sockets.length, 2);
  assert.deepEqual(opens().sent, [{ watch: VIEW, since: 42 }]);
});

test('failuresInARowWaitLonger', () => {
  const { feed, world, pass } = held();
  feed.start();
  world.sockets[0].onclose();
  pass(500);
  world.sockets[1].onclose();
  assert.equal(feed.connection.retryAtMs, 500 + 1000);
});

test('aConnectionThatSaysNothingIsGivenUp', () => {
  const { feed, world, pass, opens } = held();
  feed.start();
  const socket = opens();
  socket.onmessage({ data: JSON.stringify(aSnapshot()) });
  pass(9_999);
  assert.equal(feed.connection.phase, 'live');
  pass(1);
  assert.equal(feed.connection.phase, 'waiting');
  assert.equal(socket.readyState, 3);
  socket.onmessage({ data: JSON.stringify(aDelta()) });
  assert.equal(world.messages.length, 1, 'a socket given up is not heard again');
});

test('retryNowDoesNotWait', () => {
  const { feed, world } = held();
  feed.start();
  world.sockets[0].onclose();
  feed.retryNow();
  assert.equal(world.sockets.length, 2);
  assert.equal([...world.timers.values()].length, 1, 'only the watch over silence is left');
});

test('theSameViewIsNotSaidTwiceAndAChangedOneIs', () => {
  const { feed, opens } = held();
  feed.watch(VIEW);
  feed.start();
  const socket = opens();
  feed.watch({ ...VIEW });
  assert.equal(socket.sent.length, 1);
  feed.watch({ ...VIEW, layers: ['units'] });
  assert.equal(socket.sent.length, 2);
});

test('whatIsNoMessageIsIgnored', () => {
  const { feed, world, opens } = held();
  feed.start();
  const socket = opens();
  for (const data of ['', 'no json', '[]', '{"type":"somethingNew"}', 'null'])
    socket.onmessage({ data });
  assert.equal(world.messages.length, 0);
});

test('aStoppedFeedStaysStopped', () => {
  const { feed, world, pass, opens } = held();
  feed.start();
  opens();
  feed.stop();
  pass(60_000);
  assert.equal(world.sockets.length, 1);
});

test('signingInLeadsOnlyToOurOwnPages', () => {
  const after = (/** @type {string} */ next) =>
    nextPage(`https://city.example/sign-in?next=${encodeURIComponent(next)}`);
  assert.equal(after('/admin?x=1'), '/admin?x=1');
  assert.equal(nextPage('https://city.example/sign-in'), '/console');
  for (const bad of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/sign-in',
    '',
  ]) {
    assert.equal(after(bad), '/console', bad);
  }
});
