/**
 * Builds elements. Everything a feed or a person wrote goes in as text, never as markup.
 *
 * @typedef {Node|string|null|undefined|false} Child
 * @typedef {Record<string, string|number|boolean|((event: any) => void)|null|undefined>} Attributes
 *     a function is a listener for the event named by its key; `class`, `aria-…`, `data-…` and the
 *     like are attributes; true is an empty attribute, null, undefined and false are none
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...nodesOf(children));
  return element;
}

/**
 * @param {string} tag
 * @param {Record<string, string|number>} attributes
 * @param {...Node} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * Puts a text only where it differs, so that an unchanged clock costs nothing.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @param {Element} element
 * @param {...Child} children
 */
export function replace(element, ...children) {
  element.replaceChildren(...nodesOf(children));
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function getElement(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element with id ${id}`);
  return element;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {Attributes[string]} value
 */
function setAttribute(element, name, value) {
  if (typeof value === 'function') element.addEventListener(name, value);
  else if (value === true) element.setAttribute(name, '');
  else if (value !== null && value !== undefined && value !== false) {
    element.setAttribute(name, String(value));
  }
}

/**
 * @param {Child[]} children
 * @returns {(Node|string)[]}
 */
function nodesOf(children) {
  return /** @type {(Node|string)[]} */ (
    children.filter((c) => c !== null && c !== undefined && c !== false)
  );
}
