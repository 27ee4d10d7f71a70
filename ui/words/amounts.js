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
  return m < 1000 ? `${Math.round(m)} m` : `${(m / 1000).toFixed(1)} km`;
}

const UNITS = [
  ['Ugm3', 'µg/m³'],
  ['DegH', '°/h'],
  ['Mps', 'm/s'],
  ['Ppm', 'ppm'],
  ['Pct', '%'],
  ['Deg', '°'],
  ['Mm', 'mm'],
  ['Cm', 'cm'],
  ['Db', 'dB'],
  ['C', '℃'],
  ['G', 'g'],
  ['M', 'm'],
];

/**
 * @param {string} quantity its name ends in its unit
 * @param {number} value
 * @returns {string} `3.42 m`
 */
export function quantityText(quantity, value) {
  const unit = UNITS.find(([ending]) => quantity.endsWith(ending))?.[1] ?? '';
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  const number = value
    .toFixed(digits)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
  return unit ? `${number} ${unit}` : number;
}
