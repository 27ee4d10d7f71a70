/**
 * What each key does, by its place on the keyboard: with the Korean layout on, the key of A says ㅁ.
 *
 * @typedef {object} Acts
 * @property {(by: number) => void} move
 * @property {() => void} open
 * @property {(command: 'acknowledge'|'verify'|'note'|'close') => void} command
 * @property {() => void} escape
 * @property {(n: number) => void} layer 1 to 9
 * @property {() => void} help
 */

/** @type {Record<string, 'acknowledge'|'verify'|'note'|'close'>} */
const COMMANDS = { KeyA: 'acknowledge', KeyV: 'verify', KeyN: 'note', KeyC: 'close' };

/** @param {Acts} acts */
export function listenToKeys(acts) {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    // Under an open dialog the incident must not be acted on unseen.
    const covered = document.querySelector('dialog[open]') !== null;
    if (covered && event.key !== 'Escape' && event.key !== '?') return;
    if (onKey(event, acts)) event.preventDefault();
  });
}

/**
 * @param {{key: string, code: string, target: EventTarget|null}} event
 * @param {Acts} acts
 * @returns {boolean} whether the key meant something here
 */
export function onKey(event, acts) {
  if (event.key === 'Escape') return done(acts.escape());
  if (isTyping(event.target)) return false;
  const layer = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  if (event.key === '?') return done(acts.help());
  if (layer) return done(acts.layer(Number(layer[1])));
  if (Object.hasOwn(COMMANDS, event.code)) return done(acts.command(COMMANDS[event.code]));
  return onMove(event, acts);
}

/**
 * @param {{key: string, target: EventTarget|null}} event
 * @param {Acts} acts
 */
function onMove(event, acts) {
  if (event.key === 'ArrowDown') return done(acts.move(1));
  if (event.key === 'ArrowUp') return done(acts.move(-1));
  if (event.key === 'Enter' && !isControl(event.target)) return done(acts.open());
  return false;
}

/** @param {EventTarget|null} target */
function isTyping(target) {
  return matches(target, 'input, textarea, select');
}

/** @param {EventTarget|null} target */
function isControl(target) {
  return matches(target, 'button, a, summary, .leaflet-marker-icon');
}

/**
 * @param {EventTarget|null} target
 * @param {string} selector
 */
function matches(target, selector) {
  const element = /** @type {Element|null} */ (target);
  return typeof element?.matches === 'function' && element.matches(selector);
}

/** @param {void} _act */
function done(_act) {
  return true;
}
