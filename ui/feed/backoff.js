const FIRST_MS = 500;
const MOST_MS = 10_000;

/**
 * How long to wait before trying again: doubling from half a second to ten, each spread over its
 * upper half so that a roomful of screens does not return in the same instant.
 *
 * @param {number} attempt 0 for the first
 * @param {number} spread 0 to 1, random
 */
export function retryDelayMs(attempt, spread) {
  const full = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt, 16));
  return full * (0.5 + 0.5 * spread);
}
