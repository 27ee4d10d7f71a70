import { after, afterEach, before, beforeEach } from 'node:test';
import { CHROMIUM, launch, openConsole } from '../dev/browser.js';
import { DevServer } from '../dev/dev-server.js';

/** @import {Browser, Page} from 'playwright-core' */

/** For each test a server of its own with a demo city; one browser for all. */

export const skip = CHROMIUM
  ? false
  : 'no Chromium on this machine: the pages were not tried in a browser';
/** @type {Browser} */
export let browser;
/** @type {DevServer} */
export let server;
export let address = '';
/** What broke on a page, or the policy forbade. */
/** @type {string[]} */
export let complaints = [];

before(async () => {
  if (!skip) browser = await launch();
});
after(() => browser?.close());
beforeEach(async () => {
  if (skip) return;
  server = new DevServer({ units: 50, cameras: 2000 });
  address = await server.start();
  complaints = [];
});
afterEach(async () => {
  if (skip) return;
  for (const context of browser.contexts()) await context.close();
  await server.stop();
});

/** @param {Parameters<typeof openConsole>[2]} [how] */
export async function console_(how) {
  const page = await openConsole(browser, address, how);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  await page.waitForSelector('.row, .empty:not([hidden])');
  return page;
}

/** @param {Page} page */
export async function openFirst(page) {
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.timeline li');
}

/**
 * Into the box that N opens, once it has the focus.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function typeNote(page, text) {
  await page.keyboard.press('KeyN');
  await page.waitForSelector('[data-act="note-text"]:focus');
  await page.keyboard.type(text);
}

/**
 * @param {Page} page
 * @param {string} selector
 */
export const textOf = async (page, selector) =>
  (await page.locator(selector).allInnerTexts()).join(' | ');
