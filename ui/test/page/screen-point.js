import { mercatorX, mercatorY } from '../../state/mercator.js';

/** @import {Page} from 'playwright-core' */

/** The page watches its map's view and 15 % more on every side. */
const WATCHED = 1.3;

/**
 * Where a place lies on the screen, told from what the page says it watches.
 *
 * @param {Page} page
 * @param {[number, number, number, number]} watched bbox
 * @param {[number, number]} place lon, lat
 */
export async function screenPoint(page, [west, south, east, north], [lonDeg, latDeg]) {
  const box = await page.locator('#map').boundingBox();
  if (!box) throw new Error('the page shows no map');
  const scale = (box.width * WATCHED) / (mercatorX(east) - mercatorX(west));
  const middleX = (mercatorX(east) + mercatorX(west)) / 2;
  const middleY = (mercatorY(north) + mercatorY(south)) / 2;
  return {
    x: box.x + box.width / 2 + (mercatorX(lonDeg) - middleX) * scale,
    y: box.y + box.height / 2 + (mercatorY(latDeg) - middleY) * scale,
  };
}
