import { CanvasLayer } from './canvas-layer.js';
import { COLOUR } from './colours.js';
import { UnitTracks } from './unit-tracks.js';

/** @import {Unit} from '../state/wire.js' */
/** @import {Frame} from './canvas-layer.js' */

const BUSY = ['dispatched', 'enRoute', 'onScene', 'transport'];
/** A position older than this (on the city's clock) is where the unit was, not where it is. */
const UNCONFIRMED_MS = 60_000;
const ARROWS_ZOOM = 14;
/** A repaint nobody could see is not made. */
const VISIBLE_PX = 0.35;

/** Moving units, gliding between fixes. Paints only in frames in which something visibly moved. */
export class UnitLayer extends CanvasLayer {
  tracks = new UnitTracks();
  cityNowMs = NaN;
  #loop = 0;
  #paintedMs = 0;
  #quickest = 0;

  /** @param {(layer: string) => boolean} isOn */
  constructor(isOn) {
    super('units', 400, 64);
    this.isOn = isOn;
  }

  /**
   * @param {Unit[]} units
   * @param {number} nowMs
   */
  onFixes(units, nowMs) {
    for (const unit of units) this.tracks.onFix(unit, nowMs);
    this.#quickest = Infinity;
    this.#run();
  }

  /** @param {string[]} ids */
  forget(ids) {
    for (const id of ids) this.tracks.remove(id);
    if (ids.length > 0) this.requestPaint();
  }

  /**
   * @override
   * @param {Frame} frame
   */
  paint(frame) {
    const nowMs = performance.now();
    this.#quickest = this.tracks.moveTo(nowMs);
    this.#paintedMs = nowMs;
    if (!this.isOn('units')) return;
    for (let service = 0; service < COLOUR.unit.length; service++)
      this.#paintService(frame, service);
    this.#paintUnconfirmed(frame);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @returns {Unit|null}
   */
  find(x, y, radius) {
    const row = this.isOn('units') ? this.tracks.nearestRow(x, y, radius) : -1;
    return row < 0 ? null : this.tracks.units[row];
  }

  #run() {
    if (this.#loop) return;
    const step = (/** @type {number} */ nowMs) => {
      this.#loop = 0;
      const movedPx = this.#quickest * (this.frame?.scale ?? 0) * (nowMs - this.#paintedMs);
      if (movedPx >= VISIBLE_PX) this.paintNow();
      if (this.#quickest > 0 && this.frame) this.#loop = requestAnimationFrame(step);
    };
    this.#loop = requestAnimationFrame(step);
  }

  /**
   * @param {Frame} frame
   * @param {number} service
   */
  #paintService(frame, service) {
    const { context } = frame;
    context.fillStyle = COLOUR.unit[service];
    for (const busy of [false, true]) {
      context.beginPath();
      this.#trace(
        frame,
        (unit, row) =>
          this.tracks.service[row] === service && isBusy(unit) === busy && !this.#isOld(unit),
      );
      context.globalAlpha = busy ? 1 : 0.6;
      context.fill();
    }
    context.globalAlpha = 1;
  }

  /** @param {Frame} frame */
  #paintUnconfirmed(frame) {
    const { context } = frame;
    context.beginPath();
    this.#trace(frame, (unit) => this.#isOld(unit));
    context.strokeStyle = COLOUR.unknown;
    context.lineWidth = 1;
    context.setLineDash([2, 1.5]);
    context.stroke();
    context.setLineDash([]);
  }

  /**
   * @param {Frame} frame
   * @param {(unit: Unit, row: number) => boolean} wanted
   */
  #trace(frame, wanted) {
    const { scale, originX, originY, width, height, zoom, context } = frame;
    const { x: xs, y: ys, units, size } = this.tracks;
    for (let row = 0; row < size; row++) {
      const x = xs[row] * scale - originX;
      const y = ys[row] * scale - originY;
      if (x < 0 || y < 0 || x > width || y > height || !wanted(units[row], row)) continue;
      if (zoom >= ARROWS_ZOOM)
        traceArrow(context, x, y, units[row].headingDeg, isBusy(units[row]) ? 8 : 6);
      else traceSquare(context, x, y, isBusy(units[row]) ? 3 : 2);
    }
  }

  /** @param {Unit} unit */
  #isOld(unit) {
    return this.cityNowMs - fixMs(unit) > UNCONFIRMED_MS;
  }
}

/** @param {Unit} unit */
function isBusy(unit) {
  return BUSY.includes(unit.status ?? '');
}

/** @type {WeakMap<Unit, number>} a fix's time is read from its text once, not in every frame */
const fixTimes = new WeakMap();

/** @param {Unit} unit */
function fixMs(unit) {
  let ms = fixTimes.get(unit);
  if (ms === undefined) fixTimes.set(unit, (ms = Date.parse(unit.at)));
  return ms;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} half
 */
function traceSquare(context, x, y, half) {
  context.rect(x - half, y - half, 2 * half, 2 * half);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number|undefined} headingDeg clockwise from north; a disc when not known
 * @param {number} size
 */
function traceArrow(context, x, y, headingDeg, size) {
  if (headingDeg === undefined) {
    context.moveTo(x + size * 0.6, y);
    context.arc(x, y, size * 0.6, 0, 2 * Math.PI);
    return;
  }
  const rad = (headingDeg * Math.PI) / 180;
  const forwardX = Math.sin(rad) * size;
  const forwardY = -Math.cos(rad) * size;
  context.moveTo(x + forwardX, y + forwardY);
  context.lineTo(x - forwardX * 0.7 - forwardY * 0.6, y - forwardY * 0.7 + forwardX * 0.6);
  context.lineTo(x - forwardX * 0.35, y - forwardY * 0.35);
  context.lineTo(x - forwardX * 0.7 + forwardY * 0.6, y - forwardY * 0.7 - forwardX * 0.6);
  context.closePath();
}
