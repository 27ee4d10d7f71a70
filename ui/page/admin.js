import { getElement, h, replace, setText } from '../dom/h.js';
import { showLanguageSwitch } from '../dom/language-switch.js';
import { putWords } from '../dom/words-in-page.js';
import { ApiError, getRejections } from '../feed/api.js';
import { errorText } from '../panel/error-text.js';
import { cityDay, clockText, parseTime } from '../state/times.js';
import { countText } from '../words/amounts.js';
import { onLanguage, rememberLanguage, word } from '../words/words.js';

/** @import {Rejections} from '../feed/api.js' */

/** @type {Rejections|null} */
let rejections = null;
/** @type {ApiError|null} */
let failure = null;

async function load() {
  try {
    rejections = await getRejections();
    failure = null;
  } catch (error) {
    failure = error instanceof ApiError ? error : new ApiError(500, { detail: String(error) });
  }
  paint();
}

function paint() {
  putWords();
  document.title = `${word('admin.title')} · ${word('app.name')}`;
  showLanguageSwitch(getElement('language'));
  const error = getElement('error');
  error.hidden = !failure;
  if (failure)
    setText(error, failure.status === 403 ? word('admin.notAllowed') : errorText(failure));
  if (rejections) paintTables(rejections);
}

/** @param {Rejections} all */
function paintTables({ counts, last }) {
  const byCount = [...counts].sort((a, b) => b.count - a.count);
  const countHeads = [
    word('admin.source'),
    word('admin.field'),
    word('admin.reason'),
    word('admin.count'),
    word('admin.lastAt'),
  ];
  const countRows = byCount.map((c) => [
    c.source,
    c.field,
    c.reason,
    countText(c.count),
    timeText(c.lastAt),
  ]);
  replace(getElement('counts'), table(countHeads, countRows));
  const lastHeads = [
    word('admin.at'),
    word('admin.source'),
    word('admin.field'),
    word('admin.reason'),
    word('admin.sample'),
  ];
  const lastRows = last.map((l) => [timeText(l.at), l.source, l.field, l.reason, l.sample]);
  replace(getElement('last'), table(lastHeads, lastRows));
}

/**
 * @param {string[]} heads
 * @param {string[][]} rows
 */
function table(heads, rows) {
  if (rows.length === 0) return h('p', { class: 'muted' }, word('admin.none'));
  return h(
    'table',
    {},
    h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, head)))),
    h(
      'tbody',
      {},
      ...rows.map((row) => h('tr', {}, ...row.map((cell) => h('td', {}, cell ?? '')))),
    ),
  );
}

/** @param {string} at */
function timeText(at) {
  const ms = parseTime(at);
  return `${cityDay(ms)} ${clockText(ms)}`;
}

onLanguage(paint);
rememberLanguage();
getElement('refresh').addEventListener('click', () => void load());
void load();
