import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CityClock } from '../../state/city-clock.js';
import { Lag } from '../../state/lag.js';

test('theClockTicksOnAtTheCitysRate', () => {
  const clock = new CityClock();
  assert.ok(Number.isNaN(clock.nowMs(0)));
  clock.hear(1_000_000, 500, 60);
  assert.equal(clock.nowMs(500), 1_000_000);
  assert.equal(clock.nowMs(1500), 1_060_000);
});

test('jitterDoesNotMakeTheClockJump', () => {
  const clock = new CityClock();
  clock.hear(1_000_000, 0, 1);
  clock.hear(1_000_900, 1000);
  assert.equal(clock.nowMs(1000), 1_000_990);
});

test('aRealJumpIsFollowedAtOnce', () => {
  const clock = new CityClock();
  clock.hear(1_000_000, 0, 1);
  clock.hear(5_000_000, 1000);
  assert.equal(clock.nowMs(1000), 5_000_000);
});

test('aChangeOfRateIsFollowedAtOnce', () => {
  const clock = new CityClock();
  clock.hear(1_000_000, 0, 1);
  clock.hear(1_001_000, 1000, 10);
  assert.equal(clock.nowMs(2000), 1_011_000);
});

test('aMessageWithoutATimeChangesNothing', () => {
  const clock = new CityClock();
  clock.hear(1_000_000, 0, 1);
  clock.hear(NaN, 1000);
  assert.equal(clock.nowMs(1000), 1_001_000);
});

test('aServerClockThatIsWrongIsNoLag', () => {
  const lag = new Lag();
  lag.hear(9_000_000, 100);
  lag.hear(9_001_000, 1100);
  assert.equal(lag.lagMs(1100), 0);
});

test('aMessageThatTookLongerIsLag', () => {
  const lag = new Lag();
  lag.hear(1000, 100);
  lag.hear(2000, 1900);
  assert.equal(lag.lagMs(1900), 800);
});

test('silenceBeyondTheHeartbeatIsLagAndThenStale', () => {
  const lag = new Lag();
  lag.hear(1000, 100);
  assert.equal(lag.lagMs(1000), 0);
  assert.equal(lag.lagMs(3100), 2000);
  assert.equal(lag.isStale(3100), false);
  assert.equal(lag.isStale(4200), true);
});

test('beforeTheFirstMessageThereIsNoLagToShow', () => {
  const lag = new Lag();
  assert.ok(Number.isNaN(lag.lagMs(5000)));
  assert.equal(lag.isStale(5000), false);
});
