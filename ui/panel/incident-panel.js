import { h, replace, setText } from '../dom/h.js';
import { severityMark } from '../dom/severity-mark.js';
import { clockText, parseTime } from '../state/times.js';
import { ageText, distanceText } from '../words/amounts.js';
import { codeWord, placeText, word } from '../words/words.js';
import { progressView } from './progress.js';
import { stateOf } from './queue-row.js';
import { alarmsView, callsView, helpView, section, timelineView } from './records.js';

/** @import {IncidentDetail, IncidentSummary} from '../state/wire.js' */
/** @import {ActionBar} from './action-bar.js' */

/** @typedef {{id: string, name: string, purpose: string, distanceM: number}} NearCamera */

/** The incident being worked on: head and acts from the live summary, the rest from its record. */
export class IncidentPanel {
  /** @type {IncidentSummary|null} */
  #incident = null;
  /** @type {IncidentDetail|null} */
  #detail = null;
  /** @type {string|null} */
  #failure = null;
  /** @type {NearCamera[]} */
  #cameras = [];

  /**
   * @param {HTMLElement} root
   * @param {ActionBar} actions
   * @param {{onClose: () => void, onRetry: () => void, onCamera: (id: string) => void}} acts
   */
  constructor(root, actions, acts) {
    this.root = root;
    this.actions = actions;
    this.acts = acts;
    this.head = h('header', { class: 'panel-head' });
    this.body = h('div', { class: 'panel-body', tabindex: '0', role: 'group' });
    this.age = h('span', { class: 'big-number' });
  }

  /**
   * @param {IncidentSummary|null} incident
   * @param {NearCamera[]} cameras
   */
  show(incident, cameras) {
    const other = incident?.id !== this.#incident?.id;
    if (other) this.#forget();
    this.#incident = incident;
    this.#cameras = cameras;
    if (incident) this.actions.show(incident);
    this.paint();
    if (other) this.body.scrollTop = 0;
  }

  /** @param {IncidentDetail} detail */
  showDetail(detail) {
    if (detail.id !== this.#incident?.id) return;
    this.#detail = detail;
    this.#failure = null;
    this.#paintBody();
  }

  /**
   * @param {string} id
   * @param {string} text
   */
  showFailure(id, text) {
    if (id !== this.#incident?.id) return;
    this.#failure = text;
    this.#paintBody();
  }

  /** @param {number} cityNowMs */
  tick(cityNowMs) {
    if (!this.#incident) return;
    const end = this.#incident.closedAt ? parseTime(this.#incident.closedAt) : cityNowMs;
    setText(this.age, ageText(end - parseTime(this.#incident.openedAt)));
  }

  paint() {
    const incident = this.#incident;
    this.root.classList.toggle('exercise', Boolean(incident?.exercise));
    if (!incident) {
      return replace(
        this.root,
        h(
          'div',
          { class: 'panel-none' },
          h('p', {}, word('panel.none')),
          h('p', { class: 'muted' }, word('panel.noneHint')),
        ),
      );
    }
    replace(this.head, ...this.#headViews(incident));
    this.#paintBody();
    this.body.setAttribute('aria-label', word('app.incident'));
    const parts = [this.head, this.body, this.actions.element];
    if (parts.some((part) => part.parentElement !== this.root)) replace(this.root, ...parts);
  }

  /** @param {IncidentSummary} incident */
  #headViews(incident) {
    const close = {
      type: 'button',
      class: 'plain',
      'aria-label': word('panel.close'),
      click: this.acts.onClose,
    };
    const accuracyM = incident.position?.accuracyM;
    return [
      incident.exercise && h('p', { class: 'exercise-note' }, word('panel.exercise')),
      h(
        'div',
        { class: `title severity-${incident.severity}` },
        severityMark(incident.severity),
        h('span', { class: 'severity-word' }, codeWord('severity', incident.severity)),
        h('h2', {}, codeWord('kind', incident.kind)),
        h('span', { class: `tag state-${stateOf(incident)}` }, word(`state.${stateOf(incident)}`)),
        h('span', { class: 'grow' }),
        h('button', close, '×'),
      ),
      h(
        'p',
        { class: 'panel-place' },
        placeText(incident),
        accuracyM
          ? h('span', { class: 'muted' }, ' ', word('panel.accuracy', { m: Math.round(accuracyM) }))
          : null,
      ),
      this.#clocks(incident),
    ];
  }

  /** @param {IncidentSummary} incident */
  #clocks(incident) {
    const opened = h('span', { class: 'big-number' }, clockText(parseTime(incident.openedAt)));
    /** @type {HTMLElement[]} */
    const clocks = [clock('panel.opened', opened), clock('panel.age', this.age)];
    if (incident.closedAt) {
      const closed = h('span', { class: 'big-number' }, clockText(parseTime(incident.closedAt)));
      clocks.push(clock('panel.closedAt', closed));
      if (incident.outcome) clocks.push(h('span', {}, codeWord('outcome', incident.outcome)));
    }
    return h(
      'div',
      { class: 'clocks' },
      ...clocks,
      h('span', { class: 'muted incident-id' }, incident.id),
    );
  }

  #paintBody() {
    const incident = this.#incident;
    if (!incident) return;
    const opened = new Set(openKeys(this.body));
    const scrollTop = this.body.scrollTop;
    replace(this.body, this.#failureView(), progressView(incident), ...this.#records());
    for (const details of this.body.querySelectorAll('details')) {
      details.open = opened.has(details.dataset.key ?? '');
    }
    this.body.scrollTop = scrollTop;
  }

  #records() {
    const detail = this.#detail;
    if (!detail) return this.#failure ? [this.#camerasView()] : [skeleton(), this.#camerasView()];
    return [
      callsView(detail),
      helpView(detail),
      alarmsView(detail),
      this.#camerasView(),
      timelineView(detail),
    ];
  }

  #failureView() {
    if (!this.#failure) return null;
    return h(
      'div',
      { class: 'warning', role: 'alert' },
      h('p', {}, word('panel.failed')),
      h('p', {}, this.#failure),
      h('button', { type: 'button', click: this.acts.onRetry }, word('app.retry')),
    );
  }

  #camerasView() {
    const cameras = this.#cameras;
    if (cameras.length === 0) {
      return section('panel.cameras', 0, h('p', { class: 'muted' }, word('panel.noCameras')));
    }
    return section(
      'panel.cameras',
      cameras.length,
      h('ul', { class: 'cameras' }, ...cameras.map((c) => this.#camera(c))),
    );
  }

  /** @param {NearCamera} camera */
  #camera(camera) {
    const show = () => this.acts.onCamera(camera.id);
    return h(
      'li',
      {},
      h('button', { type: 'button', class: 'plain', click: show }, camera.name),
      h('span', { class: 'muted' }, codeWord('purpose', camera.purpose)),
      h('span', { class: 'number' }, distanceText(camera.distanceM)),
    );
  }

  #forget() {
    this.#detail = null;
    this.#failure = null;
  }
}

/**
 * @param {'panel.opened'|'panel.age'|'panel.closedAt'} key
 * @param {Node} value
 */
function clock(key, value) {
  return h('div', { class: 'clock' }, h('span', { class: 'muted' }, word(key)), value);
}

function skeleton() {
  const bars = [1, 2, 3, 4].map(() => h('div', { class: 'bone' }));
  return h(
    'div',
    { class: 'skeleton', role: 'status', 'aria-label': word('app.loading') },
    ...bars,
  );
}

/** @param {HTMLElement} body */
function openKeys(body) {
  return [...body.querySelectorAll('details')]
    .filter((d) => d.open)
    .map((d) => d.dataset.key ?? '');
}
