/** The city's wall clock is Korea's; it has no summer time. */
const CITY_OFFSET_MS = 9 * 3600_000;

/**
 * @param {string|null|undefined} rfc3339
 * @returns {number} milliseconds since 1970, NaN when absent or not a time
 */
export function parseTime(rfc3339) {
  return rfc3339 ? Date.parse(rfc3339) : NaN;
}

/**
 * @param {number} ms
 * @returns {string} `HH:mm:ss` on the city's clock, an en dash when there is no time
 */
export function clockText(ms) {
  return Number.isFinite(ms) ? cityIso(ms).slice(11, 19) : '–';
}

/**
 * @param {number} ms
 * @returns {string} `2026-08-06`
 */
export function cityDay(ms) {
  return Number.isFinite(ms) ? cityIso(ms).slice(0, 10) : '';
}

/** @param {number} ms */
function cityIso(ms) {
  return new Date(ms + CITY_OFFSET_MS).toISOString();
}
