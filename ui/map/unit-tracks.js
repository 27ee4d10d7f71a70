import { mercatorX, mercatorY } from '../state/mercator.js';
import { parseTime } from '../state/times.js';

/** @import {Unit} from '../state/wire.js' */

const SERVICES = ['police', 'fire', 'ems', 'city'];
const BUSY = ['dispatched', 'enRoute', 'onScene', 'transport'];
/** A unit glides for as long as its last two fixes lay apart, within these bounds. */
const SHORTEST_MS = 200;
const LONGEST_MS = 3000;
/** Further than this (in the unit square, about 800 m at 37°) is a jump, not a drive. */
const JUMP = 2.5e-5;

/**
 * Where moving units are between two fixes, in typed arrays. Draws nothing, reads no clock: times
 * are the page's monotonic milliseconds handed in.
 */
export class UnitTracks {
  size = 0;
  /** @type {Unit[]} the last fix by row */
  units = [];
  /** @type {Map<string, number>} */
  #rows = new Map();
  #capacity = 0;

  constructor() {
    this.fromX = new Float64Array(0);
    this.fromY = new Float64Array(0);
    this.toX = new Float64Array(0);
    this.toY = new Float64Array(0);
    /** Where each is now; valid after `moveTo`. */
    this.x = new Float64Array(0);
    this.y = new Float64Array(0);
    this.startMs = new Float64Array(0);
    this.lastsMs = new Float64Array(0);
    /** Service and whether at work, as one number: what is painted alike. */
    this.group = new Uint8Array(0);
    /** When the last fix was measured, milliseconds since 1970. */
    this.fixMs = new Float64Array(0);
    this.#grow(256);
  }

  /**
   * @param {Unit} unit a new fix
   * @param {number} nowMs
   */
  onFix(unit, nowMs) {
    const x = mercatorX(unit.lonDeg);
    const y = mercatorY(unit.latDeg);
    const known = this.#rows.get(unit.id);
    const row = known ?? this.#add(unit.id);
    if (known === undefined || this.#jumps(row, x, y)) this.#placeAt(row, x, y, nowMs);
    else this.#glideTo(row, x, y, nowMs);
    this.units[row] = unit;
    this.group[row] = groupOf(unit);
    this.fixMs[row] = parseTime(unit.at);
  }

  /** @param {string} id */
  remove(id) {
    const row = this.#rows.get(id);
    if (row === undefined) return;
    this.#rows.delete(id);
    const last = --this.size;
    if (row !== last) {
      for (const column of this.#columns()) column[row] = column[last];
      this.units[row] = this.units[last];
      this.#rows.set(this.units[row].id, row);
    }
    this.units.length = this.size;
  }

  /**
   * Moves every unit to where it is now.
   *
   * @param {number} nowMs
   * @returns {number} the quickest speed among those still gliding, unit square per ms; 0 when all rest
   */
  moveTo(nowMs) {
    let quickest = 0;
    for (let row = 0; row < this.size; row++) {
      const lasts = this.lastsMs[row];
      const part = lasts > 0 ? Math.min(1, (nowMs - this.startMs[row]) / lasts) : 1;
      const dx = this.toX[row] - this.fromX[row];
      const dy = this.toY[row] - this.fromY[row];
      this.x[row] = this.fromX[row] + dx * part;
      this.y[row] = this.fromY[row] + dy * part;
      if (part < 1) quickest = Math.max(quickest, (Math.abs(dx) + Math.abs(dy)) / lasts);
    }
    return quickest;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @returns {number} row of the nearest, -1 when none is that near
   */
  nearestRow(x, y, radius) {
    let best = -1;
    let bestDistance = radius;
    for (let row = 0; row < this.size; row++) {
      const distance = Math.hypot(this.x[row] - x, this.y[row] - y);
      if (distance <= bestDistance) {
        best = row;
        bestDistance = distance;
      }
    }
    return best;
  }

  /**
   * @param {string} id
   * @returns {number|undefined}
   */
  findRow(id) {
    return this.#rows.get(id);
  }

  /** @param {string} id */
  #add(id) {
    if (this.size === this.#capacity) this.#grow(this.#capacity * 2);
    this.#rows.set(id, this.size);
    return this.size++;
  }

  /**
   * @param {number} row
   * @param {number} x
   * @param {number} y
   */
  #jumps(row, x, y) {
    return Math.hypot(x - this.toX[row], y - this.toY[row]) > JUMP;
  }

  /**
   * @param {number} row
   * @param {number} x
   * @param {number} y
   * @param {number} nowMs
   */
  #placeAt(row, x, y, nowMs) {
    this.fromX[row] = this.toX[row] = this.x[row] = x;
    this.fromY[row] = this.toY[row] = this.y[row] = y;
    this.startMs[row] = nowMs;
    this.lastsMs[row] = 0;
  }

  /**
   * @param {number} row
   * @param {number} x
   * @param {number} y
   * @param {number} nowMs
   */
  #glideTo(row, x, y, nowMs) {
    const lasts = this.lastsMs[row];
    const part = lasts > 0 ? Math.min(1, (nowMs - this.startMs[row]) / lasts) : 1;
    this.fromX[row] += (this.toX[row] - this.fromX[row]) * part;
    this.fromY[row] += (this.toY[row] - this.fromY[row]) * part;
    this.toX[row] = x;
    this.toY[row] = y;
    this.lastsMs[row] = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, nowMs - this.startMs[row]));
    this.startMs[row] = nowMs;
  }

  #columns() {
    return [
      this.fromX,
      this.fromY,
      this.toX,
      this.toY,
      this.x,
      this.y,
      this.startMs,
      this.lastsMs,
      this.group,
      this.fixMs,
    ];
  }

  /** @param {number} capacity */
  #grow(capacity) {
    this.#capacity = capacity;
    this.fromX = enlarged(this.fromX, capacity);
    this.fromY = enlarged(this.fromY, capacity);
    this.toX = enlarged(this.toX, capacity);
    this.toY = enlarged(this.toY, capacity);
    this.x = enlarged(this.x, capacity);
    this.y = enlarged(this.y, capacity);
    this.startMs = enlarged(this.startMs, capacity);
    this.lastsMs = enlarged(this.lastsMs, capacity);
    this.fixMs = enlarged(this.fixMs, capacity);
    const group = new Uint8Array(capacity);
    group.set(this.group);
    this.group = group;
  }
}

/** How many groups there are: each service, at work or not. */
export const UNIT_GROUPS = SERVICES.length * 2;

/**
 * @param {Unit} unit
 * @returns {number} twice the service's number, one more when at work
 */
export function groupOf(unit) {
  const service = Math.max(0, SERVICES.indexOf(unit.service));
  return 2 * service + (BUSY.includes(unit.status ?? '') ? 1 : 0);
}

/**
 * @param {Float64Array} column
 * @param {number} capacity
 */
function enlarged(column, capacity) {
  const larger = new Float64Array(capacity);
  larger.set(column);
  return larger;
}
