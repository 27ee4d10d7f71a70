import { getElement, h, replace } from '../dom/h.js';
import { ageText } from '../words/amounts.js';
import { word } from '../words/words.js';

/** @import {Connection} from '../feed/live-feed.js' */
/** @import {Status} from '../state/wire.js' */
/** @import {Key} from '../words/words.js' */

/**
 * What the operator must know before trusting the picture, across the top of the page. Nothing is
 * shown while all is well.
 */
export class Banners {
  #last = '';

  /** @param {{onRetry: () => void}} actions */
  constructor({ onRetry }) {
    this.onRetry = onRetry;
    this.root = getElement('banners');
  }

  /**
   * @param {Connection} connection
   * @param {{stale: boolean, lagMs: number, everLive: boolean}} picture
   * @param {Status|null} status
   * @param {number} nowMs monotonic
   */
  tick(connection, picture, status, nowMs) {
    const cut = connection.phase !== 'live' && (picture.everLive || connection.attempt > 0);
    document.body.classList.toggle('disconnected', cut);
    document.body.classList.toggle('stale', !cut && picture.stale);
    const lines = [];
    if (cut)
      lines.push({
        kind: 'cut',
        text: word('banner.disconnected'),
        more: retryText(connection, nowMs),
      });
    else if (picture.stale) {
      lines.push({
        kind: 'late',
        text: word('banner.stale', { age: ageText(picture.lagMs) }),
        more: '',
      });
    }
    lines.push(...platformLines(status));
    this.#show(lines);
  }

  /** @param {{kind: string, text: string, more: string}[]} lines */
  #show(lines) {
    const now = JSON.stringify(lines);
    if (now === this.#last) return;
    this.#last = now;
    const kinds = lines.map((line) => line.kind).join();
    if (this.root.dataset.kinds === kinds) this.#refresh(lines);
    else replace(this.root, ...lines.map((line) => this.#banner(line)));
    this.root.dataset.kinds = kinds;
  }

  /**
   * Only the words change each second; the button keeps its focus.
   *
   * @param {{text: string, more: string}[]} lines
   */
  #refresh(lines) {
    lines.forEach(({ text, more }, i) => {
      const [main, rest, button] = this.root.children[i].children;
      main.textContent = text;
      rest.textContent = more;
      if (button) button.textContent = word('banner.retryNow');
    });
  }

  /** @param {{kind: string, text: string, more: string}} line */
  #banner({ kind, text, more }) {
    const retry = h('button', { type: 'button', click: this.onRetry }, word('banner.retryNow'));
    return h(
      'div',
      { class: `banner banner-${kind}` },
      h('strong', {}, text),
      h('span', { 'aria-live': 'off' }, more),
      kind === 'cut' && retry,
    );
  }
}

/**
 * What the platform itself lacks: the worst alone, as the others follow from it.
 *
 * @param {Status|null} status
 */
function platformLines(status) {
  const journal = status?.journal?.state;
  const away = status?.store === 'degraded';
  /** @type {['refusing'|'degraded', Key][]} */
  const lines = [];
  if (journal === 'failing') lines.push(['refusing', 'banner.journalFailing']);
  else if (journal === 'full') lines.push(['refusing', 'banner.journalFull']);
  else if (away) lines.push(['degraded', 'banner.degraded']);
  else if (journal === 'keeping') lines.push(['degraded', 'banner.draining']);
  else if (status?.judging === 'waiting') lines.push(['degraded', 'banner.judgingWaiting']);
  return [
    ...lines.map(([kind, key]) => ({ kind, text: word(key), more: '' })),
    ...clockLines(status?.wrongClocks ?? []),
    ...ruleLines(status?.rulesOff ?? []),
  ];
}

/**
 * The clock that is most wrong, and whose clocks are wrong as well.
 *
 * @param {NonNullable<Status['wrongClocks']>} clocks
 */
function clockLines(clocks) {
  const [worst, ...others] = [...clocks].sort((a, b) => Math.abs(b.aheadS) - Math.abs(a.aheadS));
  if (!worst) return [];
  const key = worst.aheadS > 0 ? 'banner.clockAhead' : 'banner.clockBehind';
  const text = word(key, { node: worst.node, age: ageText(Math.abs(worst.aheadS) * 1000) });
  return [{ kind: 'degraded', text, more: others.map(({ node }) => node).join(', ') }];
}

/** @param {string[]} ids */
function ruleLines(ids) {
  if (!ids.length) return [];
  return [{ kind: 'degraded', text: word('banner.rulesOff', { ids: ids.join(', ') }), more: '' }];
}

/**
 * @param {Connection} connection
 * @param {number} nowMs
 */
function retryText(connection, nowMs) {
  if (connection.phase !== 'waiting') return word('banner.retrying');
  return word('banner.retryIn', {
    s: Math.max(0, Math.ceil((connection.retryAtMs - nowMs) / 1000)),
  });
}
