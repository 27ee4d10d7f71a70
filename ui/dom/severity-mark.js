import { svg } from './h.js';

/** Severity is always colour and shape and word; this is the shape, the colour comes by class. */
const SHAPES = {
  1: () => svg('path', { d: 'M12 1 23 12 12 23 1 12Z' }),
  2: () => svg('path', { d: 'M12 2 23 21.5H1Z' }),
  3: () => svg('rect', { x: 3, y: 3, width: 18, height: 18 }),
  4: () => svg('circle', { cx: 12, cy: 12, r: 8.5, class: 'ring' }),
};

/**
 * @param {number} severity 1 to 4
 * @returns {SVGElement}
 */
export function severityMark(severity) {
  const shape = SHAPES[/** @type {1|2|3|4} */ (severity)] ?? SHAPES[4];
  const mark = { viewBox: '0 0 24 24', class: `mark severity-${severity}`, 'aria-hidden': 'true' };
  return svg('svg', mark, shape());
}
