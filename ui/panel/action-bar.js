import { h, replace } from '../dom/h.js';
import { dueCommand, listCommands, mayDo } from '../state/actions.js';
import { codeWord, ofBoth, word } from '../words/words.js';
import { errorText } from './error-text.js';
import { closeForm, noteForm, verifyForm } from './action-forms.js';

/** @import {IncidentSummary, Role} from '../state/wire.js' */
/** @import {CommandName} from '../state/actions.js' */
/** @import {Drafts} from '../state/drafts.js' */
/** @import {CommandDesk, Order} from './command-desk.js' */

/**
 * The acts on the shown incident. The one that is due is the single filled button; what was typed
 * survives every repaint, refusal and change of language.
 */
export class ActionBar {
  element = h('footer', { class: 'actions' });
  /** @type {IncidentSummary|null} */
  #incident = null;
  /** @type {CommandName|null} whose form is open */
  #form = null;
  /** @type {() => Node|null} built at each paint, so that it follows the language */
  #message = () => null;
  #sending = false;
  /** @type {CommandName|null} wanted while another was being sent; the last wish counts */
  #next = null;
  /** @type {Role} */
  role = 'operator';

  /**
   * @param {CommandDesk} desk
   * @param {Drafts} drafts notes not sent yet
   * @param {(incident: IncidentSummary) => void} onNews a summary newer than the one known
   */
  constructor(desk, drafts, onNews) {
    this.desk = desk;
    this.drafts = drafts;
    this.onNews = onNews;
  }

  /** @param {IncidentSummary} incident */
  show(incident) {
    const other = incident.id !== this.#incident?.id;
    const changed = other || incident.revision !== this.#incident?.revision;
    this.#incident = incident;
    if (other || (this.#form && !listCommands(incident).includes(this.#form))) this.#rest();
    // An open form stays untouched: painting it anew would break Hangul being composed in it.
    if (changed && !this.#form) this.paint();
  }

  /**
   * Does it at once or opens its form.
   *
   * @param {CommandName} command
   */
  begin(command) {
    const incident = this.#incident;
    this.#next = this.#sending ? command : null;
    if (!incident || this.#sending || !listCommands(incident).includes(command)) return;
    if (!mayDo(this.role, command)) this.#say(() => notAllowed(command, this.role));
    else if (command === 'acknowledge' || command === 'reopen') void this.#give({ command });
    else this.#open(command);
  }

  /** @returns {boolean} whether there was a form to close */
  cancel() {
    if (!this.#form) return false;
    this.#setForm(null);
    this.paint();
    return true;
  }

  paint() {
    const incident = this.#incident;
    if (!incident) return replace(this.element);
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    const due = dueCommand(incident);
    const buttons = listCommands(incident).map((command) => this.#button(command, command === due));
    replace(
      this.element,
      this.#message(),
      this.#formView(incident),
      !this.#form && h('div', { class: 'buttons' }, ...buttons),
    );
    if (focused) this.#refocus(focused.getAttribute('data-act'));
  }

  /** @param {CommandName} command */
  #open(command) {
    this.#setForm(command);
    this.#message = () => null;
    this.paint();
    /** @type {HTMLElement|null} */ (this.element.querySelector('[data-first]'))?.focus();
  }

  /**
   * @param {CommandName} command
   * @param {boolean} due
   */
  #button(command, due) {
    const attributes = {
      type: 'button',
      class: due ? 'due' : '',
      'data-act': command,
      disabled: this.#sending,
      click: () => this.begin(command),
    };
    return h(
      'button',
      attributes,
      this.#sending && due ? word('act.sending') : word(`act.${command}`),
    );
  }

  /** @param {IncidentSummary} incident */
  #formView(incident) {
    const form = {
      sending: this.#sending,
      give: this.#give.bind(this),
      cancel: () => this.cancel(),
    };
    if (this.#form === 'verify') return verifyForm(form);
    if (this.#form === 'close') return closeForm(form);
    if (this.#form !== 'note') return null;
    const draft = this.drafts.textOf(incident.id);
    return noteForm(form, draft, (text) => this.drafts.set(incident.id, text));
  }

  /** @param {Order} order */
  async #give(order) {
    const incident = this.#incident;
    if (!incident || this.#sending) return;
    this.#sending = true;
    this.#message = () => null;
    this.paint();
    const answer = await this.desk.give(incident, order);
    this.#sending = false;
    // The operator may be at another incident by now; a refusal must be seen all the same.
    const of = incident.id === this.#incident?.id ? '' : `${incident.id}: `;
    if (answer.kind === 'done') this.#onDone(incident, order);
    else if (answer.kind === 'conflict') this.#message = () => conflictView(answer.incident, of);
    else this.#message = () => alertView(of + errorText(answer.error, answer.commandId));
    if (answer.kind !== 'failed' && answer.incident) this.onNews(answer.incident);
    this.paint();
    this.#goOn(incident, answer.kind === 'done');
  }

  /**
   * With what the operator wanted meanwhile, unless there is something to read first.
   *
   * @param {IncidentSummary} incident
   * @param {boolean} done
   */
  #goOn(incident, done) {
    const next = this.#next;
    this.#next = null;
    if (next && done && incident.id === this.#incident?.id) this.begin(next);
  }

  /**
   * @param {IncidentSummary} incident
   * @param {Order} order
   */
  #onDone(incident, order) {
    if (order.command === 'note') this.drafts.set(incident.id, '');
    if (incident.id === this.#incident?.id) this.#rest();
  }

  #rest() {
    this.#setForm(null);
    this.#message = () => null;
  }

  /** @param {CommandName|null} command */
  #setForm(command) {
    this.#form = command;
    this.drafts.setWriting(command === 'note' ? (this.#incident?.id ?? '') : '');
  }

  /** @param {() => Node} message */
  #say(message) {
    this.#message = message;
    this.paint();
  }

  /** @param {string|null} act */
  #refocus(act) {
    const same = act && this.element.querySelector(`[data-act="${act}"]`);
    /** @type {HTMLElement|null} */ (
      same || this.element.querySelector('.due, [data-act]')
    )?.focus();
  }
}

/**
 * @param {CommandName} command
 * @param {Role} role
 */
function notAllowed(command, role) {
  const values = { right: word(`act.${command}`), role: codeWord('role', role) };
  return alertView(word('act.notAllowed', values));
}

/** @param {string} text */
function alertView(text) {
  return h('p', { class: 'warning', role: 'alert' }, text);
}

/**
 * @param {IncidentSummary|null} incident
 * @param {string} of names the incident when it is not the one shown
 */
function conflictView(incident, of) {
  const what = ofBoth(incident?.newest);
  return h(
    'div',
    { class: 'warning', role: 'alert' },
    h('p', {}, of, word('act.conflict')),
    what && h('p', {}, word('act.conflictWas', { what })),
  );
}
