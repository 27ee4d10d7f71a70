import { metresPerUnit } from '../state/mercator.js';
import { sensorLevel } from '../state/sensor-level.js';
import { CanvasLayer } from './canvas-layer.js';
import { COLOUR } from './colours.js';
import { GridIndex } from './grid-index.js';
import { ringSprite } from './ring-sprite.js';

/** @import {AssetTable} from '../state/asset-table.js' */
/** @import {Changes, CityState} from '../state/city-state.js' */
/** @import {Frame} from './canvas-layer.js' */

/** @typedef {'cameras'|'sensors'|'junctions'} AssetKind */

const CONES_ZOOM = 16;
const MODES_OF_FAULT = ['flash', 'allRed', 'dark', 'conflict'];
/** A camera that spoke this recently (on the city's clock) stands out. */
const RECENT_MS = 120_000;
/** From here on a sensor is a ring; from afar a dot does. */
const RINGS_ZOOM = 14;

/** Everything that stays where it is: dots from afar, fields of view from near. */
export class AssetLayer extends CanvasLayer {
  /** @type {Map<AssetKind, {table: AssetTable, index: GridIndex}>} */
  #kinds = new Map();
  /** @type {number[]} rows of the cameras around the chosen incident */
  #chosen = [];
  /** @type {Map<string, string>} what each sensor and junction looked like, by id */
  #looks = new Map();
  cityNowMs = NaN;

  /**
   * @param {CityState} state latest values, only read
   * @param {(layer: string) => boolean} isOn
   */
  constructor(state, isOn) {
    super('assets', 300);
    this.state = state;
    this.isOn = isOn;
  }

  /**
   * @param {AssetKind} kind
   * @param {AssetTable} table
   */
  setTable(kind, table) {
    this.#kinds.set(kind, { table, index: new GridIndex(table.x, table.y) });
    this.requestPaint();
  }

  /** @param {number[]} rows of the camera table */
  choose(rows) {
    this.#chosen = rows;
    this.requestPaint();
  }

  /**
   * @param {Changes} changes
   * @returns {boolean} whether anything now looks different
   */
  onValues(changes) {
    let differs = changes.whole || changes.cameras.length > 0;
    for (const { id, mode } of changes.signals) differs = this.#looksNew(id, mode) || differs;
    const sensors = this.#kinds.get('sensors')?.table;
    for (const latest of changes.sensors) {
      const properties = sensors?.properties[sensors.findRow(latest.id) ?? -1] ?? {};
      differs =
        this.#looksNew(latest.id, sensorLevel(properties, latest, this.cityNowMs)) || differs;
    }
    return differs;
  }

  /**
   * @param {string} id
   * @param {string} look
   */
  #looksNew(id, look) {
    if (this.#looks.get(id) === look) return false;
    this.#looks.set(id, look);
    return true;
  }

  /**
   * The thing under a point, the rarer kind first.
   *
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @returns {{kind: AssetKind, row: number, table: AssetTable}|null}
   */
  find(x, y, radius) {
    /** @type {AssetKind[]} */
    const kinds = ['sensors', 'junctions', 'cameras'];
    for (const kind of kinds) {
      const known = this.isOn(kind) ? this.#kinds.get(kind) : undefined;
      const near = known?.index.findNearest(x, y, radius);
      if (known && near) return { kind, row: near.row, table: known.table };
    }
    return null;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} radius
   * @param {number} limit
   */
  listCameras(x, y, radius, limit) {
    const cameras = this.#kinds.get('cameras');
    if (!cameras) return [];
    return cameras.index
      .listNearest(x, y, radius, limit)
      .map(({ row }) => ({ row, table: cameras.table }));
  }

  /**
   * @override
   * @param {Frame} frame
   */
  paint(frame) {
    if (this.isOn('cameras')) this.#paintCameras(frame);
    if (this.isOn('junctions')) this.#paintJunctions(frame);
    if (this.isOn('sensors')) this.#paintSensors(frame);
    const cameras = this.#kinds.get('cameras');
    if (cameras)
      this.#paintCones(frame, cameras.table, this.#chosen, COLOUR.chosenCone, COLOUR.chosenEdge);
  }

  /** @param {Frame} frame */
  #paintCameras(frame) {
    const cameras = this.#kinds.get('cameras');
    if (!cameras) return;
    const { table, index } = cameras;
    /** @type {number[]} */
    const seen = [];
    index.each(frame.box, (row) => seen.push(row));
    if (frame.zoom >= CONES_ZOOM)
      this.#paintCones(frame, table, seen, COLOUR.cameraCone, COLOUR.cameraConeEdge);
    dots(frame, table, seen, sizeAt(frame.zoom, 1, 2, 4), colourAt(frame.zoom, COLOUR.camera));
    const recent = seen.filter((row) => this.#spokeRecently(table.ids[row]));
    dots(frame, table, recent, frame.zoom < 14 ? 3 : 6, COLOUR.recent);
  }

  /** @param {string} id */
  #spokeRecently(id) {
    const last = this.state.cameras.get(id);
    return Boolean(last) && this.cityNowMs - Date.parse(last?.at ?? '') < RECENT_MS;
  }

  /** @param {Frame} frame */
  #paintJunctions(frame) {
    const junctions = this.#kinds.get('junctions');
    if (!junctions) return;
    const { table, index } = junctions;
    /** @type {number[][]} */
    const [normal, fault, preempt] = [[], [], []];
    index.each(frame.box, (row) => {
      const mode = this.state.signals.get(table.ids[row])?.mode ?? 'normal';
      (MODES_OF_FAULT.includes(mode) ? fault : mode === 'preempt' ? preempt : normal).push(row);
    });
    const size = sizeAt(frame.zoom, 1.5, 3, 6);
    dots(frame, table, normal, size, colourAt(frame.zoom, COLOUR.junction));
    dots(frame, table, preempt, size + 4, COLOUR.normal);
    dots(frame, table, fault, size + 4, COLOUR.severity[2]);
  }

  /** @param {Frame} frame */
  #paintSensors(frame) {
    const sensors = this.#kinds.get('sensors');
    if (!sensors) return;
    const { table, index } = sensors;
    /** @type {Record<string, number[]>} */
    const byLevel = { normal: [], attention: [], alert: [], unknown: [] };
    index.each(frame.box, (row) => {
      const latest = this.state.sensors.get(table.ids[row]);
      byLevel[sensorLevel(table.properties[row], latest, this.cityNowMs)].push(row);
    });
    const radius = sizeAt(frame.zoom, 1.5, 2, 4);
    if (frame.zoom < RINGS_ZOOM)
      dots(frame, table, byLevel.normal, radius, colourAt(frame.zoom, COLOUR.sensor));
    else rings(frame, table, byLevel.normal, radius, colourAt(frame.zoom, COLOUR.sensor), []);
    rings(frame, table, byLevel.unknown, radius, COLOUR.unknown, frame.zoom < 15 ? [] : [2, 2]);
    rings(frame, table, byLevel.attention, radius + 2.5, COLOUR.severity[3], []);
    rings(frame, table, byLevel.alert, radius + 2.5, COLOUR.severity[2], []);
  }

  /**
   * @param {Frame} frame
   * @param {AssetTable} table
   * @param {number[]} rows
   * @param {string} fill
   * @param {string} edge
   */
  #paintCones(frame, table, rows, fill, edge) {
    const { context } = frame;
    context.fillStyle = fill;
    context.strokeStyle = edge;
    context.lineWidth = 0.75;
    for (const row of rows) {
      context.beginPath();
      traceCone(frame, table, row);
      context.fill();
      context.stroke();
    }
  }
}

/**
 * @param {number} zoom
 * @param {number} far the whole city in view
 * @param {number} middle
 * @param {number} near single streets
 */
function sizeAt(zoom, far, middle, near) {
  return zoom < 13 ? far : zoom < 16 ? middle : near;
}

/**
 * What is normal is nearly invisible until one looks close.
 *
 * @param {number} zoom
 * @param {{far: string, middle: string, near: string}} colour
 */
function colourAt(zoom, colour) {
  return zoom < 13 ? colour.far : zoom < 16 ? colour.middle : colour.near;
}

/**
 * @param {Frame} frame
 * @param {AssetTable} table
 * @param {number} row
 */
function traceCone({ context, scale, originX, originY }, table, row) {
  const x = table.x[row] * scale - originX;
  const y = table.y[row] * scale - originY;
  const radius = ((table.rangeM[row] || 40) / metresPerUnit(table.latDeg[row])) * scale;
  const halfRad = (((table.fovDeg[row] || 60) / 2) * Math.PI) / 180;
  // A heading is clockwise from north; the canvas counts clockwise from east.
  const middleRad = (((table.headingDeg[row] || 0) - 90) * Math.PI) / 180;
  context.moveTo(x, y);
  context.arc(x, y, radius, middleRad - halfRad, middleRad + halfRad);
  context.closePath();
}

/**
 * @param {Frame} frame
 * @param {AssetTable} table
 * @param {number[]} rows
 * @param {number} size
 * @param {string} colour
 */
function dots({ context, scale, originX, originY }, table, rows, size, colour) {
  context.fillStyle = colour;
  const half = size / 2;
  for (const row of rows) {
    context.fillRect(
      table.x[row] * scale - originX - half,
      table.y[row] * scale - originY - half,
      size,
      size,
    );
  }
}

/**
 * @param {Frame} frame
 * @param {AssetTable} table
 * @param {number[]} rows
 * @param {number} radius
 * @param {string} colour
 * @param {number[]} dash
 */
function rings({ context, scale, originX, originY }, table, rows, radius, colour, dash) {
  const { image, half } = ringSprite(radius, colour, dash);
  for (const row of rows) {
    const x = table.x[row] * scale - originX - half;
    const y = table.y[row] * scale - originY - half;
    context.drawImage(image, x, y, 2 * half, 2 * half);
  }
}
