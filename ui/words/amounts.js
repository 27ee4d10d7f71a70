import { word } from './words.js';

/**
 * @param {number} ms
 * @returns {string} `2분 10초`, the two largest units; never negative: clocks differ a little
 */
export function ageText(ms) {
  if (!Number.isFinite(ms)) return '–';
  const all = Math.max(0, Math.floor(ms / 1000));
  const s = all % 60;
  const m = Math.floor(all / 60) % 60;
  const h = Math.floor(all / 3600) % 24;
  const d = Math.floor(all / 86_400);
  if (d > 0) return word('age.dh', { d, h });
  if (h > 0 || all >= 3600) return word('age.hm', { h, m });
  return m > 0 ? word('age.ms', { m, s }) : word('age.s', { s });
}

/** @param {number} ms */
export function agoText(ms) {
  return Number.isFinite(ms) && ms < 1000 ? word('age.now') : word('age.ago', { age: ageText(ms) });
}

/**
 * @param {number} bytes
 * @returns {string} `94 MB`, decimal units
 */
export function bytesText(bytes) {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (bytes >= 1e6) return `${Math.round(bytes / 1e6)} MB`;
  return `${Math.ceil(bytes / 1e3)} kB`;
}

/** @param {number} n */
export function countText(n) {
  return String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** @param {number} m */
export function distanceText(m) {
  if (m < 1000) return `${Math.round(m)} m`;
  return `${(m / 1000).toFixed(m < 100_000 ? 1 : 0)} km`;
}

/** @type {[string, string, number][]} how a quantity's name ends, its unit, the decimals that mean something */
const UNITS = [
  ['batteryPct', '%', 0],
  ['o3Ppm', 'ppm', 3],
  ['Ugm3', 'µg/m³', 0],
  ['DegH', '°/h', 2],
  ['Mps', 'm/s', 1],
  ['Ppm', 'ppm', 1],
  ['Pct', '%', 1],
  ['Deg', '°', 2],
  ['Mm', 'mm', 1],
  ['Cm', 'cm', 1],
  ['Db', 'dB', 0],
  ['C', '℃', 1],
  ['G', 'g', 3],
  ['M', 'm', 2],
];

/**
 * @param {string} quantity its name ends in its unit
 * @param {number} value
 * @returns {string} `3.42 m`
 */
export function quantityText(quantity, value) {
  const known = UNITS.find(([ending]) => quantity.endsWith(ending));
  const [, unit, decimals] = known ?? ['', '', 2];
  // Back to a number: no trailing zeros, and no minus before a zero.
  const number = String(Number(value.toFixed(decimals)) + 0);
  return unit ? `${number} ${unit}` : number;
}
