import { language, setLanguage, word } from '../words/words.js';
import { h, replace } from './h.js';

/**
 * @param {Element} root
 */
export function showLanguageSwitch(root) {
  root.setAttribute('role', 'group');
  root.setAttribute('aria-label', word('app.language'));
  replace(root, choice('ko', '한'), choice('en', 'EN'));
}

/**
 * @param {'ko'|'en'} to
 * @param {string} label
 */
function choice(to, label) {
  const pressed = String(language() === to);
  return h(
    'button',
    { type: 'button', lang: to, 'aria-pressed': pressed, click: () => setLanguage(to) },
    label,
  );
}
