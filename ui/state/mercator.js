/** Web mercator on the unit square: x grows east, y grows south, both 0 to 1. */

/** @param {number} lonDeg */
export function mercatorX(lonDeg) {
  return lonDeg / 360 + 0.5;
}

/** @param {number} latDeg */
export function mercatorY(latDeg) {
  const sin = Math.sin((latDeg * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

const EQUATOR_M = 40_075_016.686;

/**
 * @param {number} latDeg
 * @returns {number} metres that one unit of the square spans at this latitude
 */
export function metresPerUnit(latDeg) {
  return EQUATOR_M * Math.cos((latDeg * Math.PI) / 180);
}

/**
 * @param {number} latA
 * @param {number} lonA
 * @param {number} latB
 * @param {number} lonB
 * @returns {number} where B lies as seen from A: 0 north, 1 north-east, … 7 north-west
 */
export function compassOf(latA, lonA, latB, lonB) {
  const east = mercatorX(lonB) - mercatorX(lonA);
  const north = mercatorY(latA) - mercatorY(latB);
  return (Math.round(Math.atan2(east, north) / (Math.PI / 4)) + 8) % 8;
}

/**
 * Distance on the sphere, good to 0.5 % anywhere in a city.
 *
 * @param {number} latA
 * @param {number} lonA
 * @param {number} latB
 * @param {number} lonB
 */
export function distanceM(latA, lonA, latB, lonB) {
  const eastM = (lonB - lonA) * 111_195 * Math.cos((((latA + latB) / 2) * Math.PI) / 180);
  const northM = (latB - latA) * 111_195;
  return Math.hypot(eastM, northM);
}
