import { getElement, setText } from '../dom/h.js';
import { showLanguageSwitch } from '../dom/language-switch.js';
import { putWords } from '../dom/words-in-page.js';
import { ApiError, signIn } from '../feed/api.js';
import { nextPage } from '../feed/next-page.js';
import { errorText } from '../panel/error-text.js';
import { onLanguage, rememberLanguage, word } from '../words/words.js';

/** @type {() => string} the present error, built anew in each language */
let error = () => '';

function paint() {
  putWords();
  document.title = word('app.console');
  showLanguageSwitch(getElement('language'));
  const text = error();
  getElement('error').hidden = !text;
  setText(getElement('error'), text);
}

/** @param {SubmitEvent} event */
async function onSubmit(event) {
  event.preventDefault();
  const name = valueOf('name').trim();
  const password = valueOf('password');
  error = name && password ? await tryToSignIn(name, password) : () => word('signIn.missing');
  paint();
  if (error()) getElement(name ? 'password' : 'name').focus();
}

/**
 * @param {string} name
 * @param {string} password
 */
async function tryToSignIn(name, password) {
  const button = /** @type {HTMLButtonElement} */ (getElement('submit'));
  button.disabled = true;
  try {
    await signIn(name, password);
    window.location.replace(nextPage(window.location.href));
    return () => '';
  } catch (failure) {
    button.disabled = false;
    return () => textOf(failure);
  }
}

/** @param {unknown} failure */
function textOf(failure) {
  const known =
    failure instanceof ApiError ? failure : new ApiError(500, { detail: String(failure) });
  if (known.status === 401) return word('signIn.wrong');
  if (known.status === 429) return word('signIn.tooMany');
  return errorText(known);
}

/** @param {string} id */
function valueOf(id) {
  return /** @type {HTMLInputElement} */ (getElement(id)).value;
}

onLanguage(paint);
rememberLanguage();
getElement('form').addEventListener(
  'submit',
  (event) => void onSubmit(/** @type {SubmitEvent} */ (event)),
);
