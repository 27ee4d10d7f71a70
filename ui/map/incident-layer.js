import { DivIcon, LayerGroup, Marker } from '/lib/leaflet/leaflet-src.esm.js';
import { h } from '../dom/h.js';
import { severityMark } from '../dom/severity-mark.js';
import { isWaiting } from '../state/queue.js';
import { codeWord, placeText, word } from '../words/words.js';

/** @import {IncidentSummary} from '../state/wire.js' */

/** Larger for the more severe; index is the severity. */
const SIZES = [0, 34, 30, 26, 22];

/** One marker per open incident, above everything. Draws only: never fetches, never filters. */
export class IncidentLayer extends LayerGroup {
  /** @type {Map<string, {marker: Marker, incident: IncidentSummary}>} by incident id */
  #shown = new Map();
  #chosen = '';

  /** @param {(id: string) => void} onPick */
  constructor(onPick) {
    super();
    this.onPick = onPick;
  }

  /** @param {IncidentSummary} incident latest state; a closed one is shown only while chosen */
  show(incident) {
    this.#drop(incident.id);
    const { position } = incident;
    if (!position || (incident.state === 'closed' && incident.id !== this.#chosen)) return;
    const marker = new Marker([position.latDeg, position.lonDeg], {
      icon: this.#icon(incident),
      keyboard: true,
      pane: 'incidents',
      zIndexOffset: (5 - incident.severity) * 1000 + (incident.id === this.#chosen ? 10_000 : 0),
    });
    marker.on('click', () => this.onPick(incident.id));
    marker.on('add', () => marker.getElement()?.setAttribute('aria-label', labelOf(incident)));
    this.#shown.set(incident.id, { marker, incident });
    this.addLayer(marker);
  }

  /** @param {string} id */
  forget(id) {
    this.#drop(id);
  }

  /** @param {IncidentSummary|null} incident the one to ring, null for none */
  choose(incident) {
    const before = this.#shown.get(this.#chosen)?.incident;
    this.#chosen = incident?.id ?? '';
    if (before) this.show(before);
    if (incident) this.show(incident);
  }

  relabel() {
    for (const { incident } of [...this.#shown.values()]) this.show(incident);
  }

  /** @param {IncidentSummary} incident */
  #icon(incident) {
    const size = SIZES[incident.severity] ?? SIZES[4];
    const mark = h('span', { class: 'incident-mark' }, severityMark(incident.severity));
    mark.classList.toggle('waiting', isWaiting(incident));
    mark.classList.toggle('chosen', incident.id === this.#chosen);
    mark.classList.toggle('exercise', incident.exercise);
    mark.classList.add(`severity-${incident.severity}`);
    return new DivIcon({ html: mark, className: 'incident-icon', iconSize: [size, size] });
  }

  /** @param {string} id */
  #drop(id) {
    const shown = this.#shown.get(id);
    if (!shown) return;
    this.removeLayer(shown.marker);
    this.#shown.delete(id);
  }
}

/** @param {IncidentSummary} incident */
function labelOf(incident) {
  return word('map.incident', {
    severity: codeWord('severity', incident.severity),
    kind: codeWord('kind', incident.kind),
    place: placeText(incident),
  });
}
