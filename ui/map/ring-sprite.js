import { mapPixelRatio } from '../dom/ui-scale.js';

/** @type {Map<string, HTMLCanvasElement>} */
const sprites = new Map();

/**
 * A ring drawn once and stamped often: stroking thousands of arcs in one path is slow.
 *
 * @param {number} radius
 * @param {string} colour
 * @param {number[]} dash
 * @returns {{image: HTMLCanvasElement, half: number}} half of its width in CSS pixels
 */
export function ringSprite(radius, colour, dash) {
  const half = Math.ceil(radius + 2);
  const key = [radius, colour, dash, mapPixelRatio()].join();
  const image = sprites.get(key) ?? drawn(radius, colour, dash, half);
  sprites.set(key, image);
  return { image, half };
}

/**
 * @param {number} radius
 * @param {string} colour
 * @param {number[]} dash
 * @param {number} half
 */
function drawn(radius, colour, dash, half) {
  const ratio = mapPixelRatio();
  const image = document.createElement('canvas');
  image.width = image.height = Math.ceil(2 * half * ratio);
  const context = /** @type {CanvasRenderingContext2D} */ (image.getContext('2d'));
  context.scale(ratio, ratio);
  context.arc(half, half, radius, 0, 2 * Math.PI);
  context.setLineDash(dash);
  context.lineWidth = 1.5;
  context.strokeStyle = colour;
  context.stroke();
  return image;
}
