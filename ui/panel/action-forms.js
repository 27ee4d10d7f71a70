import { h } from '../dom/h.js';
import { codeWord, word } from '../words/words.js';

/** @import {Order} from './command-desk.js' */

/** @typedef {{sending: boolean, give: (order: Order) => Promise<void>, cancel: () => void}} Form */

const OUTCOMES = ['completed', 'mistaken', 'hoax', 'transferred', 'duplicate', 'notFound'];

/** The outcome last picked survives a repaint of the form. */
let pickedOutcome = 'completed';

/** @param {Form} form */
export function verifyForm(form) {
  /** @type {('true'|'false')[]} */
  const verdicts = ['true', 'false'];
  const buttons = verdicts.map((verdict) =>
    h(
      'button',
      {
        type: 'button',
        class: verdict === 'true' ? 'due' : '',
        'data-act': `verify-${verdict}`,
        'data-first': verdict === 'true',
        disabled: form.sending,
        click: () => form.give({ command: 'verify', verdict }),
      },
      word(`act.${verdict}`),
    ),
  );
  return h(
    'div',
    { class: 'form', role: 'group', 'aria-label': word('act.verifyQuestion') },
    h('p', {}, word('act.verifyQuestion')),
    h('div', { class: 'buttons' }, ...buttons, cancelButton(form)),
  );
}

/**
 * @param {Form} form
 * @param {string} draft
 * @param {(text: string) => void} onDraft
 */
export function noteForm(form, draft, onDraft) {
  const text = h('textarea', {
    rows: 3,
    maxlength: 2000,
    'data-act': 'note-text',
    'data-first': true,
    'aria-label': word('act.noteLabel'),
    placeholder: word('act.notePlaceholder'),
    input: () => onDraft(text.value),
  });
  text.value = draft;
  const send = () => {
    if (text.value.trim()) void form.give({ command: 'note', text: text.value.trim() });
    else text.focus();
  };
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  });
  return formView(form, send, word('act.noteSend'), 'note-send', text);
}

/** @param {Form} form */
export function closeForm(form) {
  const select = h(
    'select',
    {
      'data-act': 'close-outcome',
      'data-first': true,
      'aria-label': word('act.closeQuestion'),
      change: () => (pickedOutcome = select.value),
    },
    ...OUTCOMES.map((outcome) => h('option', { value: outcome }, codeWord('outcome', outcome))),
  );
  select.value = pickedOutcome;
  const send = () => void form.give({ command: 'close', outcome: select.value });
  const label = h('label', {}, word('act.closeQuestion'), select);
  return formView(form, send, word('act.closeSend'), 'close-send', label);
}

/**
 * @param {Form} form
 * @param {() => void} send
 * @param {string} label
 * @param {string} act
 * @param {Node} content
 */
function formView(form, send, label, act, content) {
  const submit = { type: 'submit', class: 'due', 'data-act': act, disabled: form.sending };
  const onSubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    send();
  };
  const sendButton = h('button', submit, form.sending ? word('act.sending') : label);
  return h(
    'form',
    { class: 'form', submit: onSubmit },
    content,
    h('div', { class: 'buttons' }, sendButton, cancelButton(form)),
  );
}

/** @param {Form} form */
function cancelButton(form) {
  return h(
    'button',
    { type: 'button', 'data-act': 'cancel', click: form.cancel },
    word('act.cancel'),
  );
}
