/** @returns {Storage|null} of this tab, gone when it closes; null where the browser has none */
export function tabMemory() {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
