import { DomUtil, Layer } from '/lib/leaflet/leaflet-src.esm.js';
import { mapPixelRatio } from '../dom/ui-scale.js';

/** @import {Map as LeafletMap} from '/lib/leaflet/leaflet-src.esm.js' */

/**
 * What a painter needs: canvas pixel = mercator × scale − origin; and the box of the unit square
 * that the canvas covers.
 *
 * @typedef {object} Frame
 * @property {CanvasRenderingContext2D} context
 * @property {number} scale
 * @property {number} originX
 * @property {number} originY
 * @property {number} width CSS pixels
 * @property {number} height
 * @property {number} zoom
 * @property {{left: number, top: number, right: number, bottom: number}} box
 */

/**
 * One canvas over the map that paints itself whole. It is larger than the view by a margin, so that
 * dragging moves it without painting; it paints again when the view rests or leaves the margin.
 */
export class CanvasLayer extends Layer {
  /** @type {HTMLCanvasElement} */
  canvas = document.createElement('canvas');
  /** @type {Frame|null} */
  frame = null;
  #request = 0;

  /**
   * @param {string} paneName
   * @param {number} zIndex
   * @param {number} [marginPx]
   */
  constructor(paneName, zIndex, marginPx = 160) {
    super({ pane: paneName });
    this.zIndex = zIndex;
    this.marginPx = marginPx;
    this.canvas.setAttribute('aria-hidden', 'true');
    this.canvas.className = 'map-canvas';
  }

  /**
   * Draws into the present frame, already cleared. Subclasses say how.
   *
   * @param {Frame} _frame
   */
  paint(_frame) {}

  /** Paints in the next animation frame, once however often asked. */
  requestPaint() {
    if (this.#request || !this.frame) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = 0;
      this.paintNow();
    });
  }

  paintNow() {
    if (!this.frame) return;
    const { context, width, height } = this.frame;
    context.clearRect(0, 0, width, height);
    this.paint(this.frame);
  }

  /**
   * @override
   * @param {LeafletMap} map
   * @returns {this}
   */
  onAdd(map) {
    const pane =
      map.getPane(/** @type {string} */ (this.options.pane)) ??
      map.createPane(String(this.options.pane));
    pane.style.zIndex = String(this.zIndex);
    pane.style.pointerEvents = 'none';
    pane.append(this.canvas);
    map.on('moveend zoomend resize viewreset', this.#settle, this);
    map.on('move', this.#onMove, this);
    this.#settle();
    return this;
  }

  /**
   * @override
   * @param {LeafletMap} map
   * @returns {this}
   */
  onRemove(map) {
    map.off('moveend zoomend resize viewreset', this.#settle, this);
    map.off('move', this.#onMove, this);
    this.canvas.remove();
    this.frame = null;
    return this;
  }

  #onMove() {
    if (this.frame && !this.#coversView(this.frame)) this.#settle();
  }

  #settle() {
    const map = this._map;
    const topLeft = map.containerPointToLayerPoint([-this.marginPx, -this.marginPx]).round();
    DomUtil.setPosition(this.canvas, topLeft);
    const size = map.getSize().add([2 * this.marginPx, 2 * this.marginPx]);
    const context = this.#resize(size.x, size.y);
    const origin = map.getPixelOrigin().add(topLeft);
    const scale = 256 * 2 ** map.getZoom();
    this.frame = frameOf(context, size.x, size.y, origin.x, origin.y, scale, map.getZoom());
    this.paintNow();
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  #resize(width, height) {
    const ratio = mapPixelRatio();
    const context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext('2d'));
    if (
      this.canvas.width !== Math.round(width * ratio) ||
      this.canvas.height !== Math.round(height * ratio)
    ) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
      this.canvas.style.width = `${width}px`;
      this.canvas.style.height = `${height}px`;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return context;
  }

  /** @param {Frame} frame */
  #coversView(frame) {
    const topLeft = this._map.getPixelOrigin().add(this._map.containerPointToLayerPoint([0, 0]));
    const size = this._map.getSize();
    const left = topLeft.x - frame.originX;
    const top = topLeft.y - frame.originY;
    return left >= 0 && top >= 0 && left + size.x <= frame.width && top + size.y <= frame.height;
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} width
 * @param {number} height
 * @param {number} originX
 * @param {number} originY
 * @param {number} scale
 * @param {number} zoom
 * @returns {Frame}
 */
function frameOf(context, width, height, originX, originY, scale, zoom) {
  const box = {
    left: originX / scale,
    top: originY / scale,
    right: (originX + width) / scale,
    bottom: (originY + height) / scale,
  };
  return { context, scale, originX, originY, width, height, zoom, box };
}
