import { language, word } from '../words/words.js';
import { middleOf, touches } from './base-shapes.js';
import { CanvasLayer } from './canvas-layer.js';
import { COLOUR } from './colours.js';
import { Labels } from './labels.js';

/** @import {AssetTable} from '../state/asset-table.js' */
/** @import {BaseShapes, Shape} from './base-shapes.js' */
/** @import {Frame} from './canvas-layer.js' */

const NAMED_ROADS_ZOOM = 14;
const MARKED_FACILITIES_ZOOM = 13;
const NAMED_FACILITIES_ZOOM = 14;
/** Stations orient the reader, so they are named earlier than the rest. */
const NAMED_STATIONS_ZOOM = 12;

/** Facilities and the names of places, above the dots of the assets so that they stay readable. */
export class NameLayer extends CanvasLayer {
  /** @type {BaseShapes} */
  shapes = { districts: [], streams: [], roads: [], rails: [] };
  /** @type {AssetTable|null} */
  facilities = null;

  /** @param {(layer: string) => boolean} isOn */
  constructor(isOn) {
    super('names', 350);
    this.isOn = isOn;
  }

  /**
   * @override
   * @param {Frame} frame
   */
  paint(frame) {
    const labels = new Labels(frame);
    if (this.isOn('facilities')) this.#paintFacilities(frame, labels);
    if (this.isOn('labels')) this.#paintNames(frame, labels);
  }

  /**
   * @param {Frame} frame
   * @param {Labels} labels
   */
  #paintFacilities(frame, labels) {
    const table = this.facilities;
    if (!table) return;
    for (let row = 0; row < table.size; row++) {
      const x = table.x[row] * frame.scale - frame.originX;
      const y = table.y[row] * frame.scale - frame.originY;
      if (x < -80 || y < -20 || x > frame.width + 80 || y > frame.height + 20) continue;
      const type = String(table.properties[row].facilityType ?? '');
      this.#paintFacility(frame, labels, x, y, type);
      const from =
        type === 'station' || type === 'cityHall' ? NAMED_STATIONS_ZOOM : NAMED_FACILITIES_ZOOM;
      if (frame.zoom < from || !this.isOn('labels')) continue;
      labels.put(
        table.nameOf(row, language()),
        x,
        y + (frame.zoom < MARKED_FACILITIES_ZOOM ? 10 : 15),
        11,
      );
    }
  }

  /**
   * @param {Frame} frame
   * @param {Labels} labels
   * @param {number} x
   * @param {number} y
   * @param {string} type
   */
  #paintFacility({ context, zoom }, labels, x, y, type) {
    const radius = zoom < MARKED_FACILITIES_ZOOM ? 2 : 7;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = zoom < MARKED_FACILITIES_ZOOM ? COLOUR.facility : COLOUR.labelHalo;
    context.fill();
    if (zoom < MARKED_FACILITIES_ZOOM) return;
    context.lineWidth = 1;
    context.strokeStyle = COLOUR.facility;
    context.stroke();
    labels.reserve(x - radius, y - radius, x + radius, y + radius);
    context.font = '9px "Noto Sans CJK KR", "Malgun Gothic", sans-serif';
    context.fillStyle = COLOUR.label;
    context.fillText(facilityLetter(type), x, y + 0.5);
  }

  /**
   * @param {Frame} frame
   * @param {Labels} labels
   */
  #paintNames(frame, labels) {
    for (const shape of this.shapes.districts)
      this.#name(frame, labels, shape, frame.zoom < 13 ? 14 : 16);
    for (const shape of this.shapes.streams) this.#name(frame, labels, shape, 12, '#5f92b0');
    if (frame.zoom < NAMED_ROADS_ZOOM) return;
    const named = this.shapes.roads.filter((road) => road.properties.name);
    for (const road of longestByName(named, frame)) this.#name(frame, labels, road, 11, '#7d8896');
  }

  /**
   * @param {Frame} frame
   * @param {Labels} labels
   * @param {Shape} shape
   * @param {number} sizePx
   * @param {string} [colour]
   */
  #name(frame, labels, shape, sizePx, colour) {
    const { name, nameEn } = shape.properties;
    const text = language() === 'en' ? (nameEn ?? name) : name;
    if (!text || !touches(shape.box, frame.box)) return;
    const isLine = shape.properties.kind !== 'zone';
    const { x, y } = isLine ? pointOf(shape) : middleOf(shape);
    labels.put(
      String(text),
      x * frame.scale - frame.originX,
      y * frame.scale - frame.originY,
      sizePx,
      colour,
    );
  }
}

/** @param {string} type */
function facilityLetter(type) {
  /** @type {Record<string, import('../words/words.js').Key>} */
  const letters = {
    hospital: 'letter.hospital',
    fireStation: 'letter.fireStation',
    policeStation: 'letter.policeStation',
    station: 'letter.station',
    cityHall: 'letter.cityHall',
    underpass: 'letter.underpass',
    controlCentre: 'letter.controlCentre',
    school: 'letter.school',
    shelter: 'letter.shelter',
  };
  return letters[type] ? word(letters[type]) : '·';
}

/**
 * A name is written once, on its longest piece in view.
 *
 * @param {Shape[]} roads
 * @param {Frame} frame
 * @returns {Shape[]}
 */
function longestByName(roads, frame) {
  /** @type {Map<string, Shape>} */
  const longest = new Map();
  for (const road of roads) {
    if (!touches(road.box, frame.box)) continue;
    const rival = longest.get(road.properties.name);
    if (!rival || spanOf(road) > spanOf(rival)) longest.set(road.properties.name, road);
  }
  return [...longest.values()];
}

/** @param {Shape} shape */
function spanOf({ box }) {
  return box.right - box.left + (box.bottom - box.top);
}

/** @param {Shape} shape a line's middle point: its extent's middle may lie beside it */
function pointOf({ points }) {
  if (points.length === 4)
    return { x: (points[0] + points[2]) / 2, y: (points[1] + points[3]) / 2 };
  const i = 2 * Math.floor(points.length / 4);
  return { x: points[i], y: points[i + 1] };
}
