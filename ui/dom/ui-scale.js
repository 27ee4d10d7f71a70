/** @returns {number} how much larger than on a desk's screen everything is drawn; see base.css */
export function uiScale() {
  return Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);
}

/** @returns {number} device pixels of one CSS pixel on the map, which is scaled as a whole */
export function mapPixelRatio() {
  return (window.devicePixelRatio || 1) * uiScale();
}
