/** Differences below this are transport jitter and are smoothed away; larger ones are jumps. */
const JUMP_MS = 1500;
const SMOOTHING = 0.1;

/**
 * The city's clock as this page knows it: it ticks on between messages at the city's rate and
 * follows what the server says without jumping on every message.
 */
export class CityClock {
  #rate = 1;
  #offsetMs = NaN;

  get known() {
    return Number.isFinite(this.#offsetMs);
  }

  get rate() {
    return this.#rate;
  }

  /**
   * @param {number} cityMs what the server said
   * @param {number} localMs this page's monotonic time when it said so
   * @param {number} [rate] city seconds per real second
   */
  hear(cityMs, localMs, rate = this.#rate) {
    if (!Number.isFinite(cityMs)) return;
    const offset = cityMs - localMs * rate;
    const jumps = !this.known || rate !== this.#rate;
    this.#rate = rate;
    const error = offset - this.#offsetMs;
    if (jumps || Math.abs(error) > JUMP_MS * Math.max(1, rate)) this.#offsetMs = offset;
    else this.#offsetMs += error * SMOOTHING;
  }

  /**
   * @param {number} localMs
   * @returns {number} milliseconds since 1970 on the city's clock, NaN before the first message
   */
  nowMs(localMs) {
    return localMs * this.#rate + this.#offsetMs;
  }
}
