import { h, replace, setText } from '../dom/h.js';
import { uiScale } from '../dom/ui-scale.js';
import { agoText, quantityText } from '../words/amounts.js';
import { codeWord, language, word } from '../words/words.js';
import { findLevel } from '../state/sensor-level.js';
import { parseTime } from '../state/times.js';

/** @import {CityState} from '../state/city-state.js' */
/** @import {AssetTable} from '../state/asset-table.js' */
/** @import {AssetKind} from './asset-layer.js' */

/**
 * @typedef {{kind: AssetKind, row: number, table: AssetTable}} PickedAsset
 * @typedef {{kind: 'units', id: string}} PickedUnit
 * @typedef {PickedAsset|PickedUnit} Picked
 * @typedef {{title: string, lines: string[], at: string|undefined}} Info
 */

/** What the thing under the pointer is, its latest value, and how old that is. */
export class InfoBox {
  /** @type {Picked|null} */
  #picked = null;
  #pinned = false;

  /**
   * @param {HTMLElement} root
   * @param {CityState} state only read
   */
  constructor(root, state) {
    this.root = root;
    this.state = state;
    this.title = h('strong', {});
    this.body = h('div', { class: 'info-lines' });
    this.age = h('div', { class: 'muted' });
    replace(root, this.title, this.body, this.age);
    root.hidden = true;
  }

  get pinned() {
    return this.#pinned;
  }

  /**
   * @param {Picked|null} picked
   * @param {{x: number, y: number}} at pixels of the map's container
   * @param {boolean} pin stays until closed or another is picked
   * @param {number} cityNowMs
   */
  show(picked, at, pin, cityNowMs) {
    if (this.#pinned && !pin) return;
    this.#picked = picked;
    this.#pinned = pin && picked !== null;
    this.root.hidden = !picked;
    this.root.classList.toggle('pinned', this.#pinned);
    if (!picked) return;
    this.tick(cityNowMs);
    this.#place(at);
  }

  hide() {
    this.#pinned = false;
    this.#picked = null;
    this.root.hidden = true;
  }

  /** @param {number} cityNowMs */
  tick(cityNowMs) {
    if (!this.#picked) return;
    const info =
      this.#picked.kind === 'units' ? this.#unit(this.#picked.id) : this.#asset(this.#picked);
    setText(this.title, info.title);
    const lines = info.lines.filter(Boolean).join('\n');
    if (this.body.dataset.lines !== lines) {
      this.body.dataset.lines = lines;
      replace(this.body, ...lines.split('\n').map((line) => h('div', {}, line)));
    }
    setText(this.age, info.at ? agoText(cityNowMs - parseTime(info.at)) : word('map.noValue'));
  }

  /**
   * @param {string} id
   * @returns {Info}
   */
  #unit(id) {
    const unit = this.state.units.get(id);
    if (!unit) return { title: id, lines: [word('map.unconfirmed')], at: undefined };
    const status = [codeWord('service', unit.service), codeWord('unit', unit.status)];
    const speed =
      unit.speedMps === undefined ? '' : word('map.speed', { v: Math.round(unit.speedMps * 3.6) });
    return {
      title: id,
      lines: [status.filter(Boolean).join(' · '), speed, unit.receiptNo ?? ''],
      at: unit.at,
    };
  }

  /**
   * @param {PickedAsset} picked
   * @returns {Info}
   */
  #asset({ kind, row, table }) {
    const id = table.ids[row];
    const properties = table.properties[row];
    const title = table.nameOf(row, language());
    const own = title === id ? [] : [id];
    if (kind === 'sensors') return this.#sensor(id, title, own, properties);
    if (kind === 'junctions') return this.#junction(id, title, own);
    return this.#camera(id, title, own, properties);
  }

  /**
   * @param {string} id
   * @param {string} title
   * @param {string[]} own
   * @param {Record<string, any>} properties
   * @returns {Info}
   */
  #sensor(id, title, own, properties) {
    const latest = this.state.sensors.get(id);
    const quantity = codeWord('quantity', properties.quantity ?? latest?.quantity);
    if (!latest) return { title, lines: [...own, quantity], at: undefined };
    const level = findLevel(properties, latest.value);
    const over = level
      ? word('map.over', {
          level: codeWord('level', level.name),
          limit: quantityText(latest.quantity, level.limit),
        })
      : '';
    return {
      title,
      lines: [...own, `${quantity} ${quantityText(latest.quantity, latest.value)}`, over],
      at: latest.at,
    };
  }

  /**
   * @param {string} id
   * @param {string} title
   * @param {string[]} own
   * @returns {Info}
   */
  #junction(id, title, own) {
    const signal = this.state.signals.get(id);
    const phase = signal?.phase === undefined ? '' : word('mode.phase', { n: signal.phase });
    return { title, lines: [...own, codeWord('mode', signal?.mode), phase], at: signal?.at };
  }

  /**
   * @param {string} id
   * @param {string} title
   * @param {string[]} own
   * @param {Record<string, any>} properties
   * @returns {Info}
   */
  #camera(id, title, own, properties) {
    const last = this.state.cameras.get(id);
    const event = last
      ? `${codeWord('camera', last.kind)} · ${word('map.confidence', { p: Math.round(last.confidence * 100) })}`
      : '';
    return { title, lines: [...own, codeWord('purpose', properties.purpose), event], at: last?.at };
  }

  /** @param {{x: number, y: number}} at */
  #place({ x, y }) {
    const parent = /** @type {HTMLElement} */ (this.root.parentElement);
    const scale = uiScale();
    const left = Math.min((x + 14) * scale, parent.clientWidth - this.root.offsetWidth - 8);
    const top = Math.min((y + 14) * scale, parent.clientHeight - this.root.offsetHeight - 8);
    this.root.style.left = `${Math.max(8, left)}px`;
    this.root.style.top = `${Math.max(8, top)}px`;
  }
}
