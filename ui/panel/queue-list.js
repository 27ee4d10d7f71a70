import { getElement, h, replace, setText } from '../dom/h.js';
import { isWaiting, listQueue } from '../state/queue.js';
import { clockText, parseTime } from '../state/times.js';
import { agoText, ageText } from '../words/amounts.js';
import { word } from '../words/words.js';
import { QueueRow } from './queue-row.js';

/** @import {IncidentSummary} from '../state/wire.js' */
/** @import {QueueFilter} from '../state/queue.js' */

/**
 * The queue at the left: one row per incident, moved rather than rebuilt. A cursor walks it by
 * keyboard; opening is a separate act, because opening an incident is recorded.
 */
export class QueueList {
  /** @type {QueueFilter} */
  filter = 'open';
  /** @type {IncidentSummary[]} in the order shown */
  #shown = [];
  /** @type {Map<string, QueueRow>} */
  #rows = new Map();
  #cursor = '';
  #opened = '';

  /** @param {{onOpen: (id: string) => void, onFilter: (filter: QueueFilter) => void}} actions */
  constructor({ onOpen, onFilter }) {
    this.onOpen = onOpen;
    this.list = getElement('queue-list');
    this.onFilter = onFilter;
    getElement('filter-open').addEventListener('click', () => this.setFilter('open'));
    getElement('filter-closed').addEventListener('click', () => this.setFilter('closedToday'));
  }

  /** The incident the cursor is on. */
  get cursor() {
    return this.#cursor;
  }

  /** @param {QueueFilter} filter */
  setFilter(filter) {
    this.filter = filter;
    getElement('filter-open').setAttribute('aria-pressed', String(filter === 'open'));
    getElement('filter-closed').setAttribute('aria-pressed', String(filter !== 'open'));
    this.onFilter(filter);
  }

  /**
   * @param {Iterable<IncidentSummary>} incidents
   * @param {number} cityNowMs
   */
  show(incidents, cityNowMs) {
    const all = [...incidents];
    this.#shown = listQueue(all, this.filter, cityNowMs);
    this.#dropOthers();
    this.#shown.forEach((incident, place) => this.#place(incident, place));
    this.#count(all);
    this.tick(cityNowMs);
    this.#mark();
  }

  /**
   * @param {number} cityNowMs
   */
  tick(cityNowMs) {
    for (const row of this.#rows.values()) row.tick(cityNowMs);
  }

  /**
   * @param {boolean} loading
   * @param {string|null} lastEventAt
   * @param {number} cityNowMs
   */
  showEmpty(loading, lastEventAt, cityNowMs) {
    const empty = getElement('queue-empty');
    empty.hidden = loading || this.#shown.length > 0;
    getElement('queue-skeleton').hidden = !loading;
    if (empty.hidden) return;
    const open = this.filter === 'open';
    replace(
      empty,
      h('p', { class: 'calm' }, word(open ? 'queue.emptyOpen' : 'queue.emptyClosed')),
      open && h('p', { class: 'muted' }, lastEventText(lastEventAt, cityNowMs)),
    );
  }

  /** @param {number} by rows down, negative is up */
  moveCursor(by) {
    if (this.#shown.length === 0) return;
    const at = this.#shown.findIndex((incident) => incident.id === this.#cursor);
    const next = at < 0 ? 0 : Math.max(0, Math.min(this.#shown.length - 1, at + by));
    this.#cursor = this.#shown[next].id;
    this.#mark();
    this.#rows.get(this.#cursor)?.element.scrollIntoView({ block: 'nearest' });
  }

  /** @param {string} id the incident the panel shows, '' for none */
  setOpened(id) {
    this.#opened = id;
    if (id) this.#cursor = id;
    this.#mark();
  }

  /** Builds every row again in the present language. */
  relabel() {
    this.#rows.clear();
    this.list.replaceChildren();
  }

  #dropOthers() {
    const wanted = new Set(this.#shown.map((incident) => incident.id));
    for (const [id, row] of this.#rows) {
      if (wanted.has(id)) continue;
      row.element.remove();
      this.#rows.delete(id);
    }
  }

  /**
   * @param {IncidentSummary} incident
   * @param {number} place
   */
  #place(incident, place) {
    let row = this.#rows.get(incident.id);
    if (!row) {
      row = new QueueRow(incident.id, () => this.onOpen(incident.id));
      this.#rows.set(incident.id, row);
    }
    row.show(incident);
    const there = this.list.children[place];
    if (there !== row.element) this.list.insertBefore(row.element, there ?? null);
  }

  #mark() {
    for (const [id, row] of this.#rows) row.mark(id === this.#cursor, id === this.#opened);
    const active = this.#rows.get(this.#cursor)?.element.id ?? '';
    this.list.setAttribute('aria-activedescendant', active);
  }

  /** @param {IncidentSummary[]} all */
  #count(all) {
    const open = all.filter((incident) => incident.state === 'open');
    const waiting = open.filter(isWaiting).length;
    setText(getElement('open-count'), String(open.length));
    getElement('waiting-count').hidden = waiting === 0;
    setText(getElement('waiting-count'), word('queue.waiting', { n: waiting }));
  }
}

/**
 * @param {string|null} lastEventAt
 * @param {number} cityNowMs
 */
function lastEventText(lastEventAt, cityNowMs) {
  const at = parseTime(lastEventAt);
  if (!Number.isFinite(at)) return word('queue.noEvent');
  if (cityNowMs - at < 1000) return `${clockText(at)} · ${agoText(0)}`;
  return word('queue.lastEvent', { time: clockText(at), age: ageText(cityNowMs - at) });
}
