/** @import {LiveMessage} from '../state/wire.js' */
import { retryDelayMs } from './backoff.js';

/** The server speaks each second; after this long a connection that says nothing is dead. */
const SILENT_MS = 10_000;

/**
 * @typedef {{bbox: [number, number, number, number], layers: string[]}} View what the page looks at
 * @typedef {{phase: 'connecting'|'live'|'waiting'|'stopped', attempt: number, retryAtMs: number}} Connection
 *
 * @typedef {object} Around what the feed needs of its surroundings, so that tests can hold it
 * @property {() => WebSocket} open
 * @property {() => number} nowMs monotonic
 * @property {(run: () => void, ms: number) => number} later
 * @property {(timer: number) => void} cancel
 * @property {() => number} random
 *
 * @typedef {object} Listener
 * @property {(message: LiveMessage) => void} onMessage
 * @property {(connection: Connection) => void} onConnection
 * @property {() => number|null} since the last seq seen
 */

/**
 * Keeps one live connection: connects, says what the page watches, resumes from the last seq seen,
 * and tries again with growing pauses. Keeps no picture of the city itself.
 */
export class LiveFeed {
  /** @type {WebSocket|null} */
  #socket = null;
  /** @type {View|null} */
  #view = null;
  /** @type {Connection} */
  #connection = { phase: 'stopped', attempt: 0, retryAtMs: 0 };
  #retryTimer = 0;
  #silenceTimer = 0;

  /**
   * @param {Listener} listener
   * @param {Around} around
   */
  constructor(listener, around) {
    this.listener = listener;
    this.around = around;
  }

  get connection() {
    return this.#connection;
  }

  /** @param {View} view what to watch, now and after every reconnect */
  watch(view) {
    if (JSON.stringify(view) === JSON.stringify(this.#view)) return;
    this.#view = view;
    this.#say();
  }

  start() {
    if (this.#connection.phase === 'stopped') this.#connect();
  }

  stop() {
    this.#drop();
    this.around.cancel(this.#retryTimer);
    this.#become({ phase: 'stopped', attempt: 0, retryAtMs: 0 });
  }

  /** Does not wait for the pause to end. */
  retryNow() {
    if (this.#connection.phase !== 'waiting') return;
    this.around.cancel(this.#retryTimer);
    this.#connect();
  }

  #connect() {
    this.#become({ ...this.#connection, phase: 'connecting', retryAtMs: 0 });
    const socket = this.around.open();
    this.#socket = socket;
    this.#watchSilence();
    socket.onopen = () => this.#say();
    socket.onmessage = (event) => {
      if (socket === this.#socket) this.#onText(event.data);
    };
    socket.onclose = () => {
      if (socket === this.#socket) this.#waitAndRetry();
    };
  }

  #say() {
    if (this.#socket?.readyState !== 1 || !this.#view) return;
    const since = this.listener.since();
    this.#socket.send(JSON.stringify({ watch: this.#view, ...(since === null ? {} : { since }) }));
  }

  /** @param {unknown} text */
  #onText(text) {
    const message = parse(text);
    if (!message) return;
    this.#watchSilence();
    if (this.#connection.phase !== 'live') {
      this.#become({ phase: 'live', attempt: 0, retryAtMs: 0 });
    }
    this.listener.onMessage(message);
  }

  #watchSilence() {
    this.around.cancel(this.#silenceTimer);
    this.#silenceTimer = this.around.later(() => this.#waitAndRetry(), SILENT_MS);
  }

  #waitAndRetry() {
    this.#drop();
    const delayMs = retryDelayMs(this.#connection.attempt, this.around.random());
    this.#become({
      phase: 'waiting',
      attempt: this.#connection.attempt + 1,
      retryAtMs: this.around.nowMs() + delayMs,
    });
    this.#retryTimer = this.around.later(() => this.#connect(), delayMs);
  }

  #drop() {
    const socket = this.#socket;
    this.#socket = null;
    this.around.cancel(this.#silenceTimer);
    socket?.close();
  }

  /** @param {Connection} connection */
  #become(connection) {
    this.#connection = connection;
    this.listener.onConnection(connection);
  }
}

/**
 * @param {unknown} text
 * @returns {LiveMessage|null} null for what is none: a newer server may say more than we know
 */
function parse(text) {
  try {
    const message = JSON.parse(String(text));
    return message?.type === 'snapshot' || message?.type === 'delta' ? message : null;
  } catch {
    return null;
  }
}

/**
 * @param {Listener} listener
 * @param {string} [path]
 */
export function browserFeed(listener, path = '/api/v1/live') {
  const url = new URL(path, window.location.href.replace(/^http/, 'ws')).href;
  return new LiveFeed(listener, {
    open: () => new WebSocket(url),
    nowMs: () => performance.now(),
    later: (run, ms) => window.setTimeout(run, ms),
    cancel: (timer) => window.clearTimeout(timer),
    random: Math.random,
  });
}
