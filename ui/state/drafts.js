const MEMORY = 'bongsu.drafts';
/** More than anyone has under way; what is longest untouched goes first. */
const MOST = 20;

/** @typedef {Pick<Storage, 'getItem'|'setItem'|'removeItem'>} Memory */

/**
 * Notes being written, by incident. They outlive a sign-in in between, in this tab and for the same
 * person only.
 */
export class Drafts {
  /** @type {Map<string, string>} */
  #texts = new Map();
  #owner = '';
  /** The incident whose note is being written just now, '' for none. */
  #writing = '';

  /** @param {Memory|null} memory null keeps them as long as the page only */
  constructor(memory) {
    this.memory = memory;
  }

  /** @param {string} owner who has signed in: takes up what was left by the same person */
  begin(owner) {
    this.#owner = owner;
    const kept = parse(this.memory?.getItem(MEMORY) ?? '');
    if (kept?.owner !== owner) return this.clear();
    this.#texts = new Map(kept.texts);
    this.#writing = kept.writing;
  }

  get writing() {
    return this.#writing;
  }

  /** @param {string} id the incident whose form is open, '' for none */
  setWriting(id) {
    if (id === this.#writing) return;
    this.#writing = id;
    this.#keep();
  }

  /** @param {string} id */
  textOf(id) {
    return this.#texts.get(id) ?? '';
  }

  /**
   * @param {string} id
   * @param {string} text empty forgets it
   */
  set(id, text) {
    this.#texts.delete(id);
    if (text) this.#texts.set(id, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > MOST) this.#texts.delete(oldest);
    this.#keep();
  }

  clear() {
    this.#texts.clear();
    this.#writing = '';
    this.memory?.removeItem(MEMORY);
  }

  #keep() {
    const kept = { owner: this.#owner, writing: this.#writing, texts: [...this.#texts] };
    this.memory?.setItem(MEMORY, JSON.stringify(kept));
  }
}

/**
 * @param {string} text
 * @returns {{owner: string, writing: string, texts: [string, string][]}|null}
 */
function parse(text) {
  try {
    const kept = JSON.parse(text);
    return Array.isArray(kept?.texts) ? kept : null;
  } catch {
    return null;
  }
}
