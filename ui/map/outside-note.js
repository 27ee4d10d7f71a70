import { h, replace } from '../dom/h.js';
import { compassOf, distanceM } from '../state/mercator.js';
import { distanceText } from '../words/amounts.js';
import { codeWord, word } from '../words/words.js';

/** @import {City} from '../state/wire.js' */

/** Says where the map looks when that is not the city, and leads back. */
export class OutsideNote {
  /** @type {{latDeg: number, lonDeg: number}|null} the place looked at */
  #place = null;
  /** @type {City|null} */
  city = null;

  /**
   * @param {HTMLElement} root
   * @param {() => void} onBack
   */
  constructor(root, onBack) {
    this.root = root;
    this.onBack = onBack;
  }

  /** @param {{latDeg: number, lonDeg: number}|null} place null or a place in the city: no note */
  show(place) {
    this.#place = place && this.city && !isIn(this.city, place) ? place : null;
    this.paint();
  }

  get shown() {
    return this.#place !== null;
  }

  paint() {
    this.root.hidden = !this.#place;
    if (!this.#place || !this.city) return;
    const { latDeg, lonDeg } = this.#place;
    const [west, south, east, north] = this.city.bbox;
    const from = /** @type {const} */ ([(south + north) / 2, (west + east) / 2]);
    const where = word('map.outside', {
      direction: codeWord('compass', compassOf(...from, latDeg, lonDeg)),
      distance: distanceText(distanceM(...from, latDeg, lonDeg)),
    });
    const back = h('button', { type: 'button', click: this.onBack }, word('map.toCity'));
    replace(this.root, h('span', {}, where), back);
  }
}

/**
 * @param {City} city
 * @param {{latDeg: number, lonDeg: number}} place
 */
function isIn({ bbox: [west, south, east, north] }, { latDeg, lonDeg }) {
  return latDeg >= south && latDeg <= north && lonDeg >= west && lonDeg <= east;
}
