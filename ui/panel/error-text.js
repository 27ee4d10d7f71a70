import { word } from '../words/words.js';

/** @import {ApiError} from '../feed/api.js' */

/** @type {Record<number, import('../words/words.js').Key>} */
const WHAT_TO_DO = {
  0: 'error.offline',
  400: 'error.invalid',
  403: 'error.forbidden',
  404: 'error.notFound',
  413: 'error.invalid',
  422: 'error.invalid',
  429: 'error.tooMany',
  503: 'error.unavailable',
};

/**
 * What happened, what to do, and a number to quote.
 *
 * @param {ApiError} error
 * @param {string} [id]
 * @returns {string}
 */
export function errorText(error, id) {
  const number = id ? `(${word('error.id', { id: id.slice(0, 8) })})` : '';
  return [word(WHAT_TO_DO[error.status] ?? 'error.other'), error.detail, number]
    .filter(Boolean)
    .join(' ');
}
