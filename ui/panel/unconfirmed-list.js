import { getElement, h, replace, setText } from '../dom/h.js';
import { clockText, parseTime } from '../state/times.js';
import { ageText } from '../words/amounts.js';
import { codeWord, word } from '../words/words.js';

/** @import {UnconfirmedCall} from '../state/wire.js' */

/**
 * Calls and help signals that are safe on a node's disk while the store is away, above the queue:
 * not incidents yet, so there is nothing to open, but somebody called.
 */
export class UnconfirmedList {
  /** @type {{age: HTMLElement, observedMs: number}[]} */
  #ages = [];

  constructor() {
    this.box = getElement('unconfirmed');
    this.head = getElement('unconfirmed-head');
    this.list = getElement('unconfirmed-list');
  }

  /**
   * @param {UnconfirmedCall[]} calls
   * @param {number} count of all, those that are not listed included
   * @param {number} cityNowMs
   */
  show(calls, count, cityNowMs) {
    this.box.hidden = calls.length === 0;
    setText(this.head, word('unconfirmed.head', { n: Math.max(count, calls.length) }));
    this.#ages = [];
    replace(this.list, ...calls.map((call) => this.#row(call)));
    this.tick(cityNowMs);
  }

  /** @param {number} cityNowMs */
  tick(cityNowMs) {
    for (const { age, observedMs } of this.#ages) setText(age, ageText(cityNowMs - observedMs));
  }

  /** @param {UnconfirmedCall} call */
  #row(call) {
    const observedMs = parseTime(call.observedAt);
    const age = h('span', { class: 'age' });
    this.#ages.push({ age, observedMs });
    return h(
      'li',
      { class: 'unconfirmed-row' },
      h(
        'div',
        { class: 'row-head' },
        h('span', { class: 'tag unconfirmed-tag' }, word('unconfirmed.tag')),
        h('strong', {}, whatText(call)),
        call.exercise && h('span', { class: 'tag exercise-tag' }, word('app.exercise')),
        h('span', { class: 'grow' }),
        age,
      ),
      h(
        'div',
        { class: 'row-line small' },
        h('span', { class: 'place' }, call.place ?? call.deviceId ?? word('queue.noPlace')),
        h('span', { class: 'muted' }, `${call.agency ?? ''} ${clockText(observedMs)}`.trim()),
      ),
    );
  }
}

/** @param {UnconfirmedCall} call */
function whatText(call) {
  return call.callType ? codeWord('kind', call.callType) : codeWord('help', call.kind);
}
