import { getElement, h, replace } from '../dom/h.js';
import { word } from '../words/words.js';

/** @import {Key} from '../words/words.js' */

/** @type {[string, Key][]} */
const KEYS = [
  ['↑', 'key.up'],
  ['↓', 'key.down'],
  ['Enter', 'key.open'],
  ['A', 'key.acknowledge'],
  ['V', 'key.verify'],
  ['N', 'key.note'],
  ['C', 'key.close'],
  ['1–9', 'key.layers'],
  ['Esc', 'key.escape'],
  ['?', 'key.help'],
];

/** @returns {boolean} whether it was open */
export function closeShortcuts() {
  const wasOpen = dialogOf().open;
  dialogOf().close();
  return wasOpen;
}

export function toggleShortcuts() {
  if (closeShortcuts()) return;
  const dialog = dialogOf();
  const close = { type: 'button', click: () => dialog.close() };
  replace(
    dialog,
    h('h2', {}, word('app.shortcuts')),
    h(
      'dl',
      { class: 'keys' },
      ...KEYS.flatMap(([key, what]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, word(what))]),
    ),
    h('button', close, word('map.close')),
  );
  dialog.showModal();
}

function dialogOf() {
  return /** @type {HTMLDialogElement} */ (getElement('shortcuts'));
}
