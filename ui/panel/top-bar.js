import { getElement, h, replace, setText } from '../dom/h.js';
import { showLanguageSwitch } from '../dom/language-switch.js';
import { clockText, parseTime } from '../state/times.js';
import { bytesText, countText } from '../words/amounts.js';
import { codeWord, language, word } from '../words/words.js';

/** @import {City, Feed, Session, Status} from '../state/wire.js' */
/** @import {Connection} from '../feed/live-feed.js' */

/** The strip that says what city this is, what time it is there, and how well we know it. */
export class TopBar {
  /** @type {Session|null} */
  #session = null;

  /** @param {{onSignOut: () => void}} actions */
  constructor({ onSignOut }) {
    getElement('sign-out').addEventListener('click', onSignOut);
    this.clock = getElement('clock');
    this.connection = getElement('connection');
    this.lag = getElement('lag');
  }

  /** @param {City|null} city */
  showCity(city) {
    const name = city && (language() === 'en' ? city.nameEn : city.name);
    setText(getElement('city-name'), name ?? word('app.name'));
    getElement('schematic').hidden = !city?.schematic;
    showLanguageSwitch(getElement('language'));
    if (this.#session) this.showUser(this.#session);
  }

  /** @param {Session} session */
  showUser(session) {
    this.#session = session;
    setText(getElement('user-name'), session.name);
    setText(getElement('user-role'), codeWord('role', session.role));
    getElement('to-admin').hidden = session.role !== 'administrator';
  }

  /** @param {Status|null} status */
  showStatus(status) {
    getElement('status').hidden = !status;
    if (!status) return;
    this.#showFeeds(status.feeds ?? []);
    this.#showLoad(status.alarmLoad?.per10Min ?? 0);
    this.#showKept(status);
    this.#showStore(status);
  }

  /**
   * @param {number} cityNowMs
   * @param {number} rate
   */
  tickClock(cityNowMs, rate) {
    setText(this.clock, clockText(cityNowMs));
    getElement('rate').hidden = rate === 1;
    setText(getElement('rate'), word('bar.speed', { rate }));
  }

  /**
   * @param {Connection} connection
   * @param {number} lagMs
   * @param {boolean} stale
   */
  tickConnection(connection, lagMs, stale) {
    const live = connection.phase === 'live';
    const key = live
      ? stale
        ? 'stale'
        : 'live'
      : connection.phase === 'connecting'
        ? 'connecting'
        : 'disconnected';
    this.connection.dataset.phase = key;
    setText(this.connection, word(`bar.${key}`));
    setText(
      this.lag,
      live && Number.isFinite(lagMs) ? word('bar.lag', { s: (lagMs / 1000).toFixed(1) }) : '',
    );
  }

  /** @param {Feed[]} feeds */
  #showFeeds(feeds) {
    const silent = feeds.filter((feed) => feed.silent);
    setText(getElement('feeds-count'), `${feeds.length - silent.length}/${feeds.length}`);
    getElement('feeds').classList.toggle('unknown', silent.length > 0);
    const title = word(silent.length ? 'bar.silentFeeds' : 'bar.allFeeds');
    replace(
      getElement('feeds-tip'),
      h('strong', {}, title),
      silent.length > 0 && h('ul', {}, ...silent.map(silentFeed)),
    );
  }

  /** @param {number} per10Min */
  #showLoad(per10Min) {
    setText(getElement('load'), word('bar.per10Min', { n: per10Min }));
    getElement('load').classList.toggle('loud', per10Min > 10);
    setText(getElement('load-tip'), word('bar.alarmLoadHelp'));
  }

  /** @param {Status} status */
  #showKept({ kept }) {
    if (!kept) return;
    const used = { bytes: bytesText(kept.bytes), limit: bytesText(kept.limitBytes) };
    setText(getElement('kept'), word('bar.keptOf', used));
    const meter = /** @type {HTMLMeterElement} */ (getElement('kept-meter'));
    meter.max = kept.limitBytes;
    meter.value = kept.bytes;
    const about = { rows: countText(kept.rows), days: kept.limitDays, oldest: kept.oldest ?? '–' };
    setText(getElement('kept-tip'), word('bar.keptRows', about));
    setText(getElement('kept-rows'), word('bar.rows', { n: countText(kept.rows) }));
  }

  /** @param {Status} status */
  #showStore(status) {
    const ok = status.store === 'ok';
    setText(getElement('store'), word(ok ? 'bar.storeOk' : 'bar.storeDegraded'));
    getElement('store').classList.toggle('loud', !ok);
    const shed = Object.values(status.shed ?? {}).reduce((sum, n) => sum + n, 0);
    const lines = [
      word('bar.nodes', { n: status.nodes }),
      word('bar.commit', { ms: status.commitMs }),
      word('bar.shed', { n: countText(shed) }),
      word('bar.rejected', { n: countText(status.rejected) }),
    ];
    replace(getElement('store-tip'), ...lines.map((line) => h('div', {}, line)));
  }
}

/** @param {Feed} feed */
function silentFeed(feed) {
  const at = clockText(parseTime(feed.lastAt));
  const when = feed.lastAt ? word('bar.lastAt', { time: at }) : word('bar.never');
  return h('li', {}, feed.source, ' ', h('span', { class: 'muted' }, when));
}
