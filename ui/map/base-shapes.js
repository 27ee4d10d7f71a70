import { mercatorX, mercatorY } from '../state/mercator.js';

/** @import {AssetFeature} from '../state/asset-table.js' */

/** @typedef {{left: number, top: number, right: number, bottom: number}} Box in the unit square */
/**
 * @typedef {object} Shape a line, or a ring of a polygon; x, y pairs in the unit square
 * @property {Float64Array} points
 * @property {Box} box
 * @property {Record<string, any>} properties
 */
/** @typedef {{districts: Shape[], streams: Shape[], roads: Shape[], rails: Shape[]}} BaseShapes */

/**
 * Makes a base map of GeoJSON ready to paint at any zoom.
 *
 * @param {AssetFeature[]} features
 * @returns {BaseShapes}
 */
export function baseShapes(features) {
  const of = (/** @type {string} */ kind) =>
    features.filter((feature) => feature.properties?.kind === kind).flatMap(shapesOf);
  return {
    districts: of('zone').filter(
      (shape) => (shape.properties.zoneType ?? 'district') === 'district',
    ),
    streams: of('stream'),
    roads: of('road'),
    rails: of('rail'),
  };
}

/**
 * @param {Shape} shape
 * @returns {{x: number, y: number}} the middle of its extent, where its name goes
 */
export function middleOf({ box }) {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

/**
 * @param {Box} a
 * @param {Box} b
 */
export function touches(a, b) {
  return a.left <= b.right && a.right >= b.left && a.top <= b.bottom && a.bottom >= b.top;
}

/**
 * @param {AssetFeature} feature
 * @returns {Shape[]}
 */
function shapesOf({ geometry, properties }) {
  return linesOf(geometry).map((line) => shapeOf(line, properties ?? {}));
}

/**
 * @param {AssetFeature['geometry']} geometry
 * @returns {[number, number][][]}
 */
function linesOf(geometry) {
  switch (geometry?.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    default:
      return [];
  }
}

/**
 * @param {[number, number][]} line lon, lat
 * @param {Record<string, any>} properties
 * @returns {Shape}
 */
function shapeOf(line, properties) {
  const points = new Float64Array(line.length * 2);
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  line.forEach(([lonDeg, latDeg], i) => {
    const x = (points[2 * i] = mercatorX(lonDeg));
    const y = (points[2 * i + 1] = mercatorY(latDeg));
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  });
  return { points, box, properties };
}
