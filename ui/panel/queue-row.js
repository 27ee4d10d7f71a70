import { h, replace, setText } from '../dom/h.js';
import { severityMark } from '../dom/severity-mark.js';
import { isWaiting } from '../state/queue.js';
import { clockText, parseTime } from '../state/times.js';
import { ageText } from '../words/amounts.js';
import { codeWord, ofBoth, placeText, word } from '../words/words.js';

/** @import {IncidentSummary} from '../state/wire.js' */

/** One incident in one breath: what, where, how bad, how long. */
export class QueueRow {
  /** @type {IncidentSummary|null} */
  #incident = null;

  /**
   * @param {string} id
   * @param {() => void} onOpen
   */
  constructor(id, onOpen) {
    this.age = h('span', { class: 'age' });
    this.element = h('li', { id: `row-${id}`, role: 'option', class: 'row', click: onOpen });
  }

  /** @param {IncidentSummary} incident */
  show(incident) {
    if (incident === this.#incident) return;
    this.#incident = incident;
    this.element.className = `row severity-${incident.severity}`;
    this.element.classList.toggle('waiting', isWaiting(incident));
    this.element.classList.toggle('exercise', incident.exercise);
    replace(
      this.element,
      this.#head(incident),
      this.#where(incident),
      this.#what(incident),
      newest(incident),
    );
  }

  /** @param {number} cityNowMs */
  tick(cityNowMs) {
    if (!this.#incident) return;
    const end = this.#incident.closedAt ? parseTime(this.#incident.closedAt) : cityNowMs;
    setText(this.age, ageText(end - parseTime(this.#incident.openedAt)));
  }

  /**
   * @param {boolean} cursor
   * @param {boolean} opened
   */
  mark(cursor, opened) {
    this.element.classList.toggle('cursor', cursor);
    this.element.classList.toggle('opened', opened);
    this.element.setAttribute('aria-selected', String(opened));
  }

  /** @param {IncidentSummary} incident */
  #head(incident) {
    return h(
      'div',
      { class: 'row-head' },
      severityMark(incident.severity),
      h('span', { class: 'severity-word' }, codeWord('severity', incident.severity)),
      h('span', { class: 'kind' }, codeWord('kind', incident.kind)),
      incident.exercise && h('span', { class: 'tag exercise-tag' }, word('app.exercise')),
      h('span', { class: 'grow' }),
      this.age,
    );
  }

  /** @param {IncidentSummary} incident */
  #where(incident) {
    return h(
      'div',
      { class: 'row-line' },
      h('span', { class: 'place' }, placeText(incident)),
      h('span', { class: `tag state-${stateOf(incident)}` }, word(`state.${stateOf(incident)}`)),
    );
  }

  /** @param {IncidentSummary} incident */
  #what(incident) {
    return h(
      'div',
      { class: 'row-line small' },
      h('span', { class: 'counts' }, ...counts(incident)),
      h('span', { class: 'muted' }, clockText(parseTime(incident.openedAt))),
    );
  }
}

/**
 * @param {IncidentSummary} incident
 * @returns {'waiting'|'acknowledged'|'true'|'false'|'closed'}
 */
export function stateOf(incident) {
  if (incident.state === 'closed') return 'closed';
  if (!incident.acknowledged) return 'waiting';
  return incident.verdict ?? 'acknowledged';
}

/** @param {IncidentSummary} incident */
function counts(incident) {
  const calls = Object.entries(incident.calls ?? {}).map(([agency, n]) =>
    h('span', { class: `agency agency-${agency}` }, word('queue.calls', { agency, n })),
  );
  const others = [];
  if (incident.alarms > 0) others.push(word('queue.alarms', { n: incident.alarms }));
  if (incident.signals > 0) others.push(word('queue.signals', { n: incident.signals }));
  return [...calls, ...others.map((text) => h('span', {}, text))];
}

/** @param {IncidentSummary} incident */
function newest(incident) {
  const text = ofBoth(incident.newest);
  return h('div', { class: 'newest', title: text }, text);
}
