import { parseTime } from './times.js';

/** @import {SensorState} from './wire.js' */

/** Silent for this many of its own periods, a sensor's last value is no longer the present. */
const PERIODS_UNTIL_UNKNOWN = 3;

/**
 * @param {Record<string, any>} properties of the sensor's asset
 * @param {SensorState|undefined} latest
 * @param {number} cityNowMs
 * @returns {'normal'|'attention'|'alert'|'unknown'} never heard is normal: a city start is no fault
 */
export function sensorLevel(properties, latest, cityNowMs) {
  if (!latest) return 'normal';
  const ageMs = cityNowMs - parseTime(latest.at);
  if (ageMs > PERIODS_UNTIL_UNKNOWN * (properties.periodS ?? 600) * 1000) return 'unknown';
  const reached = findLevel(properties, latest.value);
  if (!reached) return 'normal';
  return reached.name === 'attention' || reached.name === 'caution' ? 'attention' : 'alert';
}

/**
 * The highest of the sensor's own levels that the value has reached.
 *
 * @param {Record<string, any>} properties
 * @param {number} value
 * @returns {{name: string, limit: number}|null}
 */
export function findLevel(properties, value) {
  const levels = Object.entries(properties.levels ?? {})
    .filter(([, limit]) => typeof limit === 'number' && value >= limit)
    .map(([name, limit]) => ({ name, limit: Number(limit) }));
  return levels.sort((a, b) => b.limit - a.limit)[0] ?? null;
}
