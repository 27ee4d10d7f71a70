import { touches } from './base-shapes.js';
import { CanvasLayer } from './canvas-layer.js';
import { COLOUR } from './colours.js';

/** @import {BaseShapes, Shape} from './base-shapes.js' */
/** @import {Frame} from './canvas-layer.js' */

/** @type {[string, number][]} road classes, widest last so that it lies on top; width at zoom 14 */
const ROADS = [
  ['collector', 1.5],
  ['arterial', 3],
  ['expressway', 5],
];

/** The quiet ground: districts, water, roads, rail. */
export class BaseLayer extends CanvasLayer {
  /** @type {BaseShapes} */
  shapes = { districts: [], streams: [], roads: [], rails: [] };

  /** @param {(layer: string) => boolean} isOn */
  constructor(isOn) {
    super('base', 200);
    this.isOn = isOn;
  }

  /**
   * @override
   * @param {Frame} frame
   */
  paint(frame) {
    if (this.isOn('districts')) this.#paintDistricts(frame);
    if (this.isOn('streams')) this.#paintStreams(frame);
    if (this.isOn('roads')) this.#paintRoads(frame);
  }

  /** @param {Frame} frame */
  #paintDistricts(frame) {
    const { context } = frame;
    trace(frame, this.shapes.districts);
    context.fillStyle = COLOUR.district;
    context.fill('evenodd');
    stroke(frame, COLOUR.districtEdge, 1);
  }

  /** @param {Frame} frame */
  #paintStreams(frame) {
    trace(frame, this.shapes.streams);
    stroke(frame, COLOUR.stream, Math.max(2, 2 ** (frame.zoom - 12) * 2.5));
  }

  /** @param {Frame} frame */
  #paintRoads(frame) {
    const { roads, rails } = this.shapes;
    for (const [roadClass, width] of ROADS) {
      if (roadClass === 'collector' && frame.zoom < 12) continue;
      trace(
        frame,
        roads.filter((road) => (road.properties.roadClass ?? 'collector') === roadClass),
      );
      const colour = COLOUR.road[/** @type {keyof typeof COLOUR.road} */ (roadClass)];
      stroke(frame, colour, Math.max(0.75, width * 1.6 ** (frame.zoom - 14)));
    }
    trace(frame, rails);
    frame.context.setLineDash([6, 4]);
    stroke(frame, COLOUR.rail, 1.5);
    frame.context.setLineDash([]);
  }
}

/**
 * @param {Frame} frame
 * @param {Shape[]} shapes
 */
function trace({ context, box, scale, originX, originY }, shapes) {
  context.beginPath();
  for (const shape of shapes) {
    if (!touches(shape.box, box)) continue;
    const { points } = shape;
    context.moveTo(points[0] * scale - originX, points[1] * scale - originY);
    for (let i = 2; i < points.length; i += 2) {
      context.lineTo(points[i] * scale - originX, points[i + 1] * scale - originY);
    }
  }
}

/**
 * @param {Frame} frame
 * @param {string} colour
 * @param {number} width
 */
function stroke({ context }, colour, width) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke();
}
