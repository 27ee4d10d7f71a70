import { CanvasLayer } from './canvas-layer.js';
import { COLOUR } from './colours.js';
import { UNIT_GROUPS, UnitTracks } from './unit-tracks.js';

/** @import {Unit} from '../state/wire.js' */
/** @import {Frame} from './canvas-layer.js' */

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
  /** @type {number[][]} rows in view by group, the last list those whose position is old */
  #lists = Array.from({ length: UNIT_GROUPS + 1 }, () => []);

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
    this.#sort(frame);
    const { context } = frame;
    for (let group = 0; group < UNIT_GROUPS; group++) {
      context.fillStyle = COLOUR.unit[group >> 1];
      context.globalAlpha = group & 1 ? 1 : 0.6;
      if (frame.zoom >= ARROWS_ZOOM) this.#paintArrows(frame, group);
      else this.#paintSquares(frame, group);
    }
    context.globalAlpha = 1;
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
   * Puts the rows in view into the lists by which they are painted.
   *
   * @param {Frame} frame
   */
  #sort({ box }) {
    for (const list of this.#lists) list.length = 0;
    const { x, y, group, fixMs, size } = this.tracks;
    for (let row = 0; row < size; row++) {
      if (x[row] < box.left || x[row] > box.right || y[row] < box.top || y[row] > box.bottom)
        continue;
      const old = this.cityNowMs - fixMs[row] > UNCONFIRMED_MS;
      this.#lists[old ? UNIT_GROUPS : group[row]].push(row);
    }
  }

  /**
   * @param {Frame} frame
   * @param {number} group
   */
  #paintSquares({ context, scale, originX, originY }, group) {
    const { x, y } = this.tracks;
    const half = group & 1 ? 3 : 2;
    for (const row of this.#lists[group]) {
      context.fillRect(
        x[row] * scale - originX - half,
        y[row] * scale - originY - half,
        2 * half,
        2 * half,
      );
    }
  }

  /**
   * @param {Frame} frame
   * @param {number} group
   */
  #paintArrows({ context, scale, originX, originY }, group) {
    const { x, y, units } = this.tracks;
    const size = group & 1 ? 8 : 6;
    context.beginPath();
    for (const row of this.#lists[group]) {
      traceArrow(
        context,
        x[row] * scale - originX,
        y[row] * scale - originY,
        units[row].headingDeg,
        size,
      );
    }
    context.fill();
  }

  /** @param {Frame} frame */
  #paintUnconfirmed({ context, scale, originX, originY }) {
    const { x, y } = this.tracks;
    context.beginPath();
    for (const row of this.#lists[UNIT_GROUPS]) {
      context.rect(x[row] * scale - originX - 3, y[row] * scale - originY - 3, 6, 6);
    }
    context.strokeStyle = COLOUR.unknown;
    context.lineWidth = 1;
    context.setLineDash([2, 1.5]);
    context.stroke();
    context.setLineDash([]);
  }
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
