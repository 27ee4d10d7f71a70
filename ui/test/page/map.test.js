import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CITY } from '../dev/demo-city.js';
import { screenPoint } from './screen-point.js';
import { console_, openFirst, server, skip, textOf } from './stage.js';

/** @import {Page} from 'playwright-core' */

test('anIncidentOutsideTheCityIsShownWithItsDirection', { skip }, async () => {
  const busan = { latDeg: 35.18, lonDeg: 129.075 };
  for (const one of server.world.incidents.values()) one.position = busan;
  const page = await console_();
  await openFirst(page);
  await page.waitForSelector('#map-outside:not([hidden])');
  assert.match(await textOf(page, '#map-outside'), /도시 밖: 중심에서 남동쪽 29\d km/);
  const mark = await page.locator('.incident-mark.chosen').boundingBox();
  const map = await page.locator('#map').boundingBox();
  assert.ok(mark && map);
  assert.ok(Math.abs(mark.x + mark.width / 2 - map.x - map.width / 2) < 2, 'in the middle');
  assert.ok(Math.abs(mark.y + mark.height / 2 - map.y - map.height / 2) < 2, 'in the middle');
  await page.click('#map-outside button');
  await page.waitForSelector('#map-outside', { state: 'hidden' });
  assert.equal(await page.locator('#map-outside:visible').count(), 0);
});

test('aThingOnTheMapTellsItsNameAndValue', { skip }, async () => {
  await pointAtSensor(await console_());
});

test('onAWallsScreenEverythingIsLargerAndTheMapStillPointsTrue', { skip }, async () => {
  assert.deepEqual(await fontSizes(await console_()), [15, 13]);
  const large = await console_({ width: 3840, height: 2160 });
  assert.deepEqual((await fontSizes(large)).map(Math.round), [26, 23]);
  const area = await large.locator('#map-area').boundingBox();
  const map = await large.locator('#map').boundingBox();
  assert.ok(area && map);
  assert.ok(Math.abs(area.width - map.width) < 1 && Math.abs(area.height - map.height) < 1);
  const [west, south, east, north] = server.live.heard.at(-1).watch.bbox;
  assert.ok(Math.abs((west + east) / 2 - (CITY.bbox[0] + CITY.bbox[2]) / 2) < 0.005);
  assert.ok(Math.abs((south + north) / 2 - (CITY.bbox[1] + CITY.bbox[3]) / 2) < 0.005);
  await pointAtSensor(large);
});

/** @param {Page} page */
async function pointAtSensor(page) {
  for (const key of ['1', '2', '4']) await page.keyboard.press(key);
  const place = await page.evaluate(async () => {
    const sensors = await (await fetch('/api/v1/assets?kind=sensor')).json();
    return sensors.features[0].geometry.coordinates;
  });
  const point = await screenPoint(page, server.live.heard.at(-1).watch.bbox, place);
  await page.mouse.click(point.x, point.y);
  await page.waitForSelector('.info.pinned');
  assert.match(await textOf(page, '.info'), /센서 S-\d{4}.*(초 전|방금|분)/s);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.info:visible').count(), 0);
}

/** @param {Page} page of a queue's row, and of its small print */
const fontSizes = (page) =>
  page.evaluate(() =>
    ['.row', '.newest'].map((selector) => {
      const element = document.querySelector(selector);
      return element ? parseFloat(getComputedStyle(element).fontSize) : 0;
    }),
  );
