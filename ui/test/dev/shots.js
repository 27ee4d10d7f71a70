import { mkdirSync } from 'node:fs';
import { demoUnconfirmed } from './demo-incidents.js';
import { launch, openConsole } from './browser.js';
import { DevServer } from './dev-server.js';

/** Pictures of the pages in target/, to be looked at. */
const OUT = new URL('../../target/', import.meta.url).pathname;
mkdirSync(OUT, { recursive: true });

const browser = await launch();

/**
 * @param {string} name
 * @param {import('playwright-core').Page} page
 */
async function shot(name, page) {
  await page.screenshot({ path: `${OUT}${name}.png` });
  console.log(`target/${name}.png`);
}

/** @param {'ko'|'en'} language */
async function full(language) {
  const server = new DevServer({ units: 200 });
  const address = await server.start();
  const page = await openConsole(browser, address, { language, reducedMotion: true });
  page.on(
    'console',
    (message) => message.type() === 'error' && console.log('page:', message.text()),
  );
  page.on('pageerror', (error) => console.log('page error:', error.message));
  await page.waitForSelector('.row');
  await page.waitForTimeout(2500);
  await shot(`console-${language}-city`, page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.timeline li');
  await page.waitForTimeout(500);
  await page.click('.panel summary >> nth=0');
  await page.hover('.fact >> nth=0');
  await shot(`console-${language}-incident`, page);
  await page.keyboard.press('KeyA');
  await page.waitForSelector('[data-act="verify"].due');
  await page.keyboard.press('KeyN');
  await page.keyboard.type('관리사무소와 통화, 3동 주민 대피 중');
  await page.evaluate(() => document.querySelector('.panel-body')?.scrollTo(0, 9999));
  await shot(`console-${language}-note`, page);
  await page.keyboard.press('Escape');
  await page.click('.row.exercise');
  await page.waitForTimeout(800);
  server.world.trouble = { store: 'degraded', alarmLoad: { per10Min: 14 } };
  server.world.unconfirmed = demoUnconfirmed();
  server.live.tellUnconfirmed();
  await page.waitForSelector('.banner-degraded');
  await page.waitForSelector('.unconfirmed-row');
  await page.keyboard.press('?');
  await shot(`console-${language}-degraded`, page);
  await page.keyboard.press('Escape');
  server.live.quiet = true;
  await page.waitForSelector('.banner-late');
  await shot(`console-${language}-stale`, page);
  await server.stop();
  await page.waitForSelector('.banner-cut');
  await page.waitForTimeout(1500);
  await shot(`console-${language}-disconnected`, page);
  await page.context().close();
}

/** @param {'ko'|'en'} language */
async function others(language) {
  const server = new DevServer({ units: 20, empty: true });
  server.role = 'administrator';
  const address = await server.start();
  const page = await openConsole(browser, address, { language });
  await page.waitForSelector('.empty .calm');
  await page.waitForTimeout(1500);
  await shot(`console-${language}-empty`, page);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.waitForTimeout(500);
  await shot(`console-${language}-small`, page);
  await page.goto(`${address}/admin`);
  await page.waitForSelector('td');
  await shot(`admin-${language}`, page);
  await page.context().clearCookies();
  await page.goto(`${address}/console`);
  await page.waitForURL('**/sign-in**');
  await page.fill('#name', 'kim');
  await page.fill('#password', 'wrong');
  await page.click('#submit');
  await page.waitForSelector('#error:not([hidden])');
  await shot(`sign-in-${language}`, page);
  await page.context().close();
  await server.stop();
}

for (const language of /** @type {const} */ (['ko', 'en'])) {
  await full(language);
  await others(language);
}
await browser.close();
