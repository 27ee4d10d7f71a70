/** The server speaks at least once a second; longer silence is lag in itself. */
const HEARTBEAT_MS = 1000;

/** Beyond this the picture no longer tells what is. */
export const STALE_MS = 3000;

/**
 * How late the picture is. The server's clock and ours may differ, so the quickest message seen
 * stands for zero transport time.
 */
export class Lag {
  #quickestMs = Infinity;
  #delayMs = 0;
  #lastLocalMs = NaN;

  /**
   * @param {number} sentMs the server's clock when it sent
   * @param {number} localMs our clock when it arrived
   */
  hear(sentMs, localMs) {
    this.#lastLocalMs = localMs;
    if (!Number.isFinite(sentMs)) return;
    const difference = localMs - sentMs;
    this.#quickestMs = Math.min(this.#quickestMs, difference);
    this.#delayMs = difference - this.#quickestMs;
  }

  /**
   * @param {number} localMs
   * @returns {number} NaN before the first message
   */
  lagMs(localMs) {
    const silentMs = localMs - this.#lastLocalMs;
    return this.#delayMs + Math.max(0, silentMs - HEARTBEAT_MS);
  }

  /** @param {number} localMs */
  isStale(localMs) {
    return this.lagMs(localMs) > STALE_MS;
  }
}
