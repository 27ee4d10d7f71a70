import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** @import {Browser, Page} from 'playwright-core' */

const PLACES = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where Chromium is; undefined when this machine has none. */
export const CHROMIUM = PLACES.find((place) => place && existsSync(place));

/** @returns {Promise<Browser>} */
export function launch() {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/**
 * A page signed in to the played server.
 *
 * @param {Browser} browser
 * @param {string} address
 * @param {{language?: 'ko'|'en', width?: number, height?: number, reducedMotion?: boolean}} [how]
 * @returns {Promise<Page>}
 */
export async function openConsole(browser, address, how = {}) {
  const { language = 'ko', width = 1920, height = 1080, reducedMotion = false } = how;
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  });
  await context.addCookies([{ name: 'session', value: 'demo', url: address }]);
  await context.addInitScript((to) => {
    if (!localStorage.getItem('bongsu.language')) localStorage.setItem('bongsu.language', to);
  }, language);
  const page = await context.newPage();
  await page.goto(`${address}/console`);
  return page;
}
