import { word } from '../words/words.js';

/** @import {Key} from '../words/words.js' */

/** Fills what the page's own markup names: `data-word` its text, `data-label` its aria-label. */
export function putWords() {
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = word(/** @type {Key} */ (element.getAttribute('data-word')));
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    const label = word(/** @type {Key} */ (element.getAttribute('data-label')));
    element.setAttribute('aria-label', label);
  }
}
