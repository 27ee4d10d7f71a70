import { en } from './en.js';
import { ko } from './ko.js';

/**
 * The one place every sentence of the pages comes from.
 *
 * @typedef {'ko'|'en'} Language
 * @typedef {keyof typeof ko} Key
 */

const MEMORY = 'bongsu.language';
/** @type {Record<Language, Record<string, string>>} */
const LANGUAGES = { ko, en };

/** @type {Language} */
let current = 'ko';
/** @type {(() => void)[]} */
const listeners = [];

/** @returns {Language} */
export function language() {
  return current;
}

/** Takes the language remembered by this browser; Korean when none is. */
export function rememberLanguage() {
  setLanguage(readMemory() === 'en' ? 'en' : 'ko');
}

/** @param {Language} next */
export function setLanguage(next) {
  current = next;
  writeMemory(next);
  if (typeof document !== 'undefined') document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

/** @param {() => void} listener called after each change of language */
export function onLanguage(listener) {
  listeners.push(listener);
}

/**
 * @param {Key} key
 * @param {Record<string, string|number>} [values] for the `{names}` in the sentence
 * @returns {string}
 */
export function word(key, values) {
  return fill(LANGUAGES[current][key], values);
}

/**
 * A word for a code of the wire format; a code this page does not know is shown as it is.
 *
 * @param {string} group for example `kind`
 * @param {string|number|null|undefined} code
 * @returns {string}
 */
export function codeWord(group, code) {
  if (code === null || code === undefined) return '';
  const key = `${group}.${code}`;
  const words = LANGUAGES[current];
  return Object.hasOwn(words, key) ? words[key] : String(code);
}

/**
 * The sentence of a bilingual record in the page's language.
 *
 * @param {{ko: string, en: string}|null|undefined} both
 * @returns {string}
 */
export function ofBoth(both) {
  return both ? (both[current] ?? both.ko ?? '') : '';
}

/**
 * @param {{place: string|null, placeEn?: string|null}} incident
 * @returns {string}
 */
export function placeText(incident) {
  const place = current === 'en' ? (incident.placeEn ?? incident.place) : incident.place;
  return place || word('queue.noPlace');
}

/**
 * @param {string} sentence
 * @param {Record<string, string|number>} [values]
 */
function fill(sentence, values = {}) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

function readMemory() {
  try {
    return window.localStorage.getItem(MEMORY);
  } catch {
    return null;
  }
}

/** @param {string} value */
function writeMemory(value) {
  try {
    window.localStorage.setItem(MEMORY, value);
  } catch {
    // A browser that keeps nothing still shows the language, it only forgets it.
  }
}
