import { h, replace } from '../dom/h.js';
import { word } from '../words/words.js';

/** The map's layers in the order of their keys 1 to 9. Incidents are no layer: always shown. */
export const LAYERS = /** @type {const} */ ([
  'units',
  'cameras',
  'sensors',
  'junctions',
  'facilities',
  'roads',
  'streams',
  'districts',
  'labels',
]);

const MEMORY = 'bongsu.hiddenLayers';

/** @typedef {typeof LAYERS[number]} LayerName */

/** Which layers are on, remembered by this browser, and the legend that shows and switches them. */
export class LayerSwitch {
  /** @type {Set<string>} */
  #hidden = new Set(readMemory());

  /**
   * @param {HTMLElement} root
   * @param {() => void} onChange
   */
  constructor(root, onChange) {
    this.root = root;
    this.onChange = onChange;
  }

  /** @param {string} layer */
  isOn(layer) {
    return !this.#hidden.has(layer);
  }

  /** @param {number} key 1 to 9 */
  toggleKey(key) {
    this.toggle(LAYERS[key - 1]);
  }

  /** @param {LayerName} layer */
  toggle(layer) {
    if (!this.#hidden.delete(layer)) this.#hidden.add(layer);
    writeMemory([...this.#hidden]);
    this.paint();
    this.onChange();
  }

  paint() {
    this.root.setAttribute('role', 'group');
    this.root.setAttribute('aria-label', word('map.layers'));
    const had = this.root.contains(document.activeElement) ? document.activeElement?.id : '';
    replace(this.root, ...LAYERS.map((layer, i) => this.#button(layer, i + 1)));
    if (had) document.getElementById(had)?.focus();
  }

  /**
   * @param {LayerName} layer
   * @param {number} key
   */
  #button(layer, key) {
    const attributes = {
      type: 'button',
      id: `layer-${layer}`,
      'aria-pressed': String(this.isOn(layer)),
      click: () => this.toggle(layer),
    };
    const swatch = h('span', { class: `swatch swatch-${layer}`, 'aria-hidden': 'true' });
    return h('button', attributes, h('kbd', {}, String(key)), swatch, word(`map.${layer}`));
  }
}

/** @returns {string[]} */
function readMemory() {
  try {
    const kept = JSON.parse(window.localStorage.getItem(MEMORY) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

/** @param {string[]} hidden */
function writeMemory(hidden) {
  try {
    window.localStorage.setItem(MEMORY, JSON.stringify(hidden));
  } catch {
    // Forgetting the choice is harmless.
  }
}
