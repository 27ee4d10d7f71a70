import { getBaseMap, listAssets } from '../feed/api.js';
import { AssetTable } from '../state/asset-table.js';

/** @import {MapView} from '../map/map-view.js' */
/** @import {AssetKind} from '../map/asset-layer.js' */

/** @type {[AssetKind, string][]} map layer, asset kind */
const KINDS = [
  ['cameras', 'camera'],
  ['sensors', 'sensor'],
  ['junctions', 'junction'],
];

/**
 * Loads what stands still, each part on its own so that one that fails leaves the others.
 *
 * @param {MapView} map
 * @param {(layer: AssetKind, table: AssetTable) => void} onTable
 * @returns {Promise<string[]>} the parts that failed
 */
export async function loadCityData(map, onTable) {
  const parts = [
    part('base.json', loadBase(map)),
    ...KINDS.map(([layer, kind]) => part(kind, loadKind(map, layer, kind, onTable))),
  ];
  return (await Promise.all(parts)).filter((name) => name !== '');
}

/** @param {MapView} map */
async function loadBase(map) {
  const { features } = await getBaseMap();
  map.setBase(features);
  map.setFacilities(new AssetTable(features.filter((f) => f.properties?.kind === 'facility')));
}

/**
 * @param {MapView} map
 * @param {AssetKind} layer
 * @param {string} kind
 * @param {(layer: AssetKind, table: AssetTable) => void} onTable
 */
async function loadKind(map, layer, kind, onTable) {
  const table = new AssetTable((await listAssets(kind)).features);
  map.setAssets(layer, table);
  onTable(layer, table);
}

/**
 * @param {string} name
 * @param {Promise<void>} loading
 * @returns {Promise<string>} its name when it failed, else ''
 */
async function part(name, loading) {
  try {
    await loading;
    return '';
  } catch {
    return name;
  }
}
