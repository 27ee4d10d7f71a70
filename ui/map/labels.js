/** @import {Frame} from './canvas-layer.js' */
import { COLOUR } from './colours.js';

const FAMILY =
  '"Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic", "Apple SD Gothic Neo", sans-serif';

/** Names on the map; one that would cover another is left out. The first come keeps its place. */
export class Labels {
  /** @type {{left: number, top: number, right: number, bottom: number}[]} */
  #taken = [];

  /** @param {Frame} frame */
  constructor(frame) {
    this.context = frame.context;
    this.context.textAlign = 'center';
    this.context.textBaseline = 'middle';
    this.context.lineJoin = 'round';
  }

  /**
   * @param {string} text
   * @param {number} x the middle of the text
   * @param {number} y
   * @param {number} sizePx
   * @param {string} [colour]
   */
  put(text, x, y, sizePx, colour = COLOUR.label) {
    const { context } = this;
    context.font = `${sizePx}px ${FAMILY}`;
    const half = context.measureText(text).width / 2 + 3;
    if (!this.reserve(x - half, y - sizePx / 2 - 2, x + half, y + sizePx / 2 + 2)) return;
    context.lineWidth = 3;
    context.strokeStyle = COLOUR.labelHalo;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }

  /**
   * @param {number} left
   * @param {number} top
   * @param {number} right
   * @param {number} bottom
   * @returns {boolean} false when something is there already
   */
  reserve(left, top, right, bottom) {
    const clash = this.#taken.some(
      (t) => left < t.right && right > t.left && top < t.bottom && bottom > t.top,
    );
    if (!clash) this.#taken.push({ left, top, right, bottom });
    return !clash;
  }
}
