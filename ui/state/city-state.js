import { parseTime } from './times.js';

/** @import {IncidentSummary, LiveMessage, Unit, SensorState, SignalState, CameraState, Status, UnconfirmedCall} from './wire.js' */

/**
 * What one message changed, so that each view repaints only its own part.
 *
 * @typedef {object} Changes
 * @property {boolean} whole a snapshot: everything but (if resumed) the incidents was replaced
 * @property {Set<string>} incidents ids
 * @property {Unit[]} units
 * @property {string[]} unitsGone
 * @property {SensorState[]} sensors
 * @property {SignalState[]} signals
 * @property {CameraState[]} cameras
 * @property {boolean} unconfirmed
 * @property {boolean} status
 */

/** So many closed incidents stay, for the list of those closed today; the last closed ones. */
const MOST_CLOSED = 300;

/** The last known picture of the city, built from snapshots and deltas. Knows no socket, no clock. */
export class CityState {
  /** Number of the newest fusion change seen; what `since` resumes from. Null before the first. */
  /** @type {number|null} */
  seq = null;
  /** @type {Map<string, IncidentSummary>} open ones, and the last closed ones seen or loaded */
  incidents = new Map();
  /** The incident that somebody is reading: it stays however long ago it was closed. */
  held = '';
  /** @type {Map<string, Unit>} */
  units = new Map();
  /** @type {Map<string, SensorState>} */
  sensors = new Map();
  /** @type {Map<string, SignalState>} */
  signals = new Map();
  /** @type {Map<string, CameraState>} */
  cameras = new Map();
  /** @type {UnconfirmedCall[]} */
  unconfirmed = [];
  /** @type {Status|null} */
  status = null;

  /**
   * @param {LiveMessage} message
   * @returns {Changes}
   */
  apply(message) {
    const changes = noChanges();
    if (message.type === 'snapshot') this.#startOver(message.resumed, changes);
    for (const incident of message.incidents ?? []) this.#show(incident, changes);
    if (changes.incidents.size > 0) this.#dropLongClosed(changes);
    this.#dropGone(message.type === 'delta' ? message.gone : undefined, changes);
    changes.units = keep(this.units, message.units);
    changes.sensors = keep(this.sensors, message.sensors);
    changes.signals = keep(this.signals, message.signals);
    changes.cameras = keep(this.cameras, message.cameras);
    if (message.unconfirmed) {
      this.unconfirmed = message.unconfirmed;
      changes.unconfirmed = true;
    }
    if (message.status) {
      this.status = message.status;
      changes.status = true;
    }
    this.seq = Math.max(this.seq ?? 0, message.seq);
    return changes;
  }

  /**
   * Takes summaries that came by another way than the live stream: an answer to a command, a list.
   *
   * @param {IncidentSummary[]} incidents
   * @returns {Changes}
   */
  learn(incidents) {
    const changes = noChanges();
    for (const incident of incidents) this.#show(incident, changes);
    this.#dropLongClosed(changes);
    return changes;
  }

  /**
   * @param {boolean} resumed
   * @param {Changes} changes
   */
  #startOver(resumed, changes) {
    changes.whole = true;
    if (!resumed) {
      for (const id of this.incidents.keys()) changes.incidents.add(id);
      this.incidents.clear();
    }
    for (const id of this.units.keys()) changes.unitsGone.push(id);
    for (const part of [this.units, this.sensors, this.signals, this.cameras]) part.clear();
  }

  /**
   * @param {IncidentSummary} incident
   * @param {Changes} changes
   */
  #show(incident, changes) {
    const shown = this.incidents.get(incident.id);
    if (shown && shown.seq >= incident.seq) return;
    this.incidents.set(incident.id, incident);
    changes.incidents.add(incident.id);
  }

  /** @param {Changes} changes */
  #dropLongClosed(changes) {
    const closed = [...this.incidents.values()].filter((i) => i.state === 'closed');
    if (closed.length <= MOST_CLOSED) return;
    closed.sort((a, b) => parseTime(b.closedAt) - parseTime(a.closedAt));
    for (const { id } of closed.slice(MOST_CLOSED)) {
      if (id === this.held) continue;
      this.incidents.delete(id);
      changes.incidents.add(id);
    }
  }

  /**
   * @param {Record<string, string[]>|undefined} gone
   * @param {Changes} changes
   */
  #dropGone(gone, changes) {
    for (const id of gone?.incidents ?? []) {
      if (this.incidents.delete(id)) changes.incidents.add(id);
    }
    for (const id of gone?.units ?? []) {
      if (this.units.delete(id)) changes.unitsGone.push(id);
    }
    for (const id of gone?.sensors ?? []) this.sensors.delete(id);
    for (const id of gone?.signals ?? []) this.signals.delete(id);
    for (const id of gone?.cameras ?? []) this.cameras.delete(id);
  }
}

/** @returns {Changes} */
function noChanges() {
  return {
    whole: false,
    incidents: new Set(),
    units: [],
    unitsGone: [],
    sensors: [],
    signals: [],
    cameras: [],
    unconfirmed: false,
    status: false,
  };
}

/**
 * @template {{id: string}} T
 * @param {Map<string, T>} map
 * @param {T[]|undefined} latest
 */
function keep(map, latest) {
  for (const one of latest ?? []) map.set(one.id, one);
  return latest ?? [];
}
