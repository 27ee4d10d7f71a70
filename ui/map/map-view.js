import { control, Map as LeafletMap } from '/lib/leaflet/leaflet-src.esm.js';
import { getElement } from '../dom/h.js';
import { uiScale } from '../dom/ui-scale.js';
import { mercatorX, mercatorY, metresPerUnit } from '../state/mercator.js';
import { word } from '../words/words.js';
import { AssetLayer } from './asset-layer.js';
import { BaseLayer } from './base-layer.js';
import { baseShapes } from './base-shapes.js';
import { IncidentLayer } from './incident-layer.js';
import { InfoBox } from './info-box.js';
import { NameLayer } from './name-layer.js';
import { LayerSwitch } from './layer-switch.js';
import { OutsideNote } from './outside-note.js';
import { UnitLayer } from './unit-layer.js';

/** @import {AssetFeature, AssetTable} from '../state/asset-table.js' */
/** @import {Changes, CityState} from '../state/city-state.js' */
/** @import {City, IncidentSummary} from '../state/wire.js' */
/** @import {View} from '../feed/live-feed.js' */
/** @import {AssetKind} from './asset-layer.js' */
/** @import {Picked} from './info-box.js' */

const PICK_RADIUS_PX = 9;
/** Live values arrive up to ten times a second; what stands still need not be painted as often. */
const ASSET_REPAINT_MS = 1000;
/** Without news, things grow stale and what was recent fades. */
const ASSET_AGING_MS = 10_000;
/** What is just outside comes along, so that a short drag shows no emptiness. */
const WATCH_MARGIN = 0.15;
/** @type {Record<string, string>} map layer to the live stream's layer */
const LIVE_LAYERS = {
  units: 'units',
  sensors: 'sensors',
  junctions: 'signals',
  cameras: 'cameras',
};

/**
 * The map in the middle. Who listens learns what the user looks at and what was picked; it never
 * fetches.
 */
export class MapView {
  #assetTimer = 0;
  #assetsDue = false;
  #hoverRequest = 0;
  cityNowMs = NaN;

  /**
   * @param {CityState} state only read
   * @param {{onPick: (id: string) => void, onView: (view: View) => void}} listener
   */
  constructor(state, listener) {
    this.state = state;
    this.listener = listener;
    this.switch = new LayerSwitch(getElement('layers'), () => this.#onSwitch());
    const isOn = this.switch.isOn.bind(this.switch);
    this.base = new BaseLayer(isOn);
    this.names = new NameLayer(isOn);
    this.assets = new AssetLayer(state, isOn);
    this.units = new UnitLayer(isOn);
    this.incidents = new IncidentLayer(listener.onPick);
    this.outside = new OutsideNote(getElement('map-outside'), () => this.#showWholeCity());
    this.info = new InfoBox(getElement('info'), state);
    this.map = this.#create();
    this.map.on('moveend', () => this.listener.onView(this.view()));
    new ResizeObserver(() => this.#fit()).observe(getElement('map-area'));
  }

  /** @param {City} city */
  showCity(city) {
    this.#fit();
    this.outside.city = city;
    this.#showWholeCity();
    this.switch.paint();
  }

  #showWholeCity() {
    const { city } = this.outside;
    if (!city) return;
    const [west, south, east, north] = city.bbox;
    this.outside.show(null);
    // Bounds set first would start a pan that the fitting is added to.
    this.map.setMaxBounds(undefined);
    this.map.fitBounds(
      [
        [south, west],
        [north, east],
      ],
      { animate: false },
    );
    this.map.setMaxBounds([
      [south - 0.1, west - 0.1],
      [north + 0.1, east + 0.1],
    ]);
  }

  /** On large screens the map is laid out smaller and scaled as a whole, words and marks alike. */
  #fit() {
    const { style } = this.map.getContainer();
    const scale = uiScale();
    style.transform = scale === 1 ? '' : `scale(${scale})`;
    style.width = style.height = `${100 / scale}%`;
    this.map.invalidateSize({ pan: false });
  }

  /** @param {AssetFeature[]} features */
  setBase(features) {
    this.base.shapes = this.names.shapes = baseShapes(features);
    this.base.requestPaint();
    this.names.requestPaint();
  }

  /** @param {AssetTable} table */
  setFacilities(table) {
    this.names.facilities = table;
    this.names.requestPaint();
  }

  /**
   * @param {AssetKind} kind
   * @param {AssetTable} table
   */
  setAssets(kind, table) {
    this.assets.setTable(kind, table);
  }

  /**
   * @param {Changes} changes
   * @param {number} nowMs monotonic
   */
  onChanges(changes, nowMs) {
    this.units.forget(changes.unitsGone.filter((id) => !this.state.units.has(id)));
    this.units.onFixes(changes.units, nowMs);
    for (const id of changes.incidents) this.#showIncident(id);
    if (this.assets.onValues(changes)) this.#repaintAssetsIn(ASSET_REPAINT_MS);
  }

  /**
   * Rings an incident and its nearest cameras.
   *
   * @param {IncidentSummary|null} incident
   * @param {number} radiusM
   * @param {number} limit
   * @returns {{row: number, table: AssetTable}[]} the cameras, nearest first
   */
  choose(incident, radiusM, limit) {
    this.incidents.choose(incident);
    if (!incident && this.outside.shown) this.#showWholeCity();
    const at = incident?.position;
    if (!at) {
      this.assets.choose([]);
      return [];
    }
    const radius = radiusM / metresPerUnit(at.latDeg);
    const near = this.assets.listCameras(mercatorX(at.lonDeg), mercatorY(at.latDeg), radius, limit);
    this.assets.choose(near.map(({ row }) => row));
    return near;
  }

  /**
   * @param {number} latDeg
   * @param {number} lonDeg
   * @param {number} leastZoom
   */
  goTo(latDeg, lonDeg, leastZoom) {
    const wasOutside = this.outside.shown;
    this.outside.show({ latDeg, lonDeg });
    // Beyond its bounds the map would be pulled back at once.
    if (this.outside.shown) this.map.setMaxBounds(undefined);
    else if (wasOutside) this.#showWholeCity();
    this.map.setView([latDeg, lonDeg], Math.max(leastZoom, this.map.getZoom()), { animate: false });
  }

  /** @param {number} cityNowMs */
  tick(cityNowMs) {
    this.cityNowMs = cityNowMs;
    this.units.cityNowMs = cityNowMs;
    this.assets.cityNowMs = cityNowMs;
    this.info.tick(cityNowMs);
  }

  relabel() {
    this.switch.paint();
    this.incidents.relabel();
    this.names.requestPaint();
    this.outside.paint();
    this.info.tick(this.cityNowMs);
    this.#labelZoom();
  }

  /** @returns {boolean} whether there was anything to close */
  escape() {
    const had = this.info.pinned;
    this.info.hide();
    return had;
  }

  #create() {
    const map = new LeafletMap('map', {
      attributionControl: false,
      keyboard: false,
      maxZoom: 18,
      minZoom: 10,
      zoomAnimation: false,
      zoomControl: false,
      maxBoundsViscosity: 0.8,
    });
    map.createPane('incidents').style.zIndex = '650';
    map.on('mousemove', (event) => this.#onHover(event.containerPoint));
    map.on('mouseout', () => this.info.show(null, { x: 0, y: 0 }, false, this.cityNowMs));
    map.on('click', (event) => this.#onClick(event.containerPoint));
    control.zoom({ position: 'topleft' }).addTo(map);
    control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
    map.setView([37.2636, 127.0286], 12);
    for (const layer of [this.base, this.assets, this.names, this.units, this.incidents])
      layer.addTo(map);
    return map;
  }

  #labelZoom() {
    const label = (/** @type {string} */ which, /** @type {string} */ text) => {
      const button = document.querySelector(`.leaflet-control-zoom-${which}`);
      button?.setAttribute('aria-label', text);
      button?.setAttribute('title', text);
    };
    label('in', word('map.zoomIn'));
    label('out', word('map.zoomOut'));
  }

  #onSwitch() {
    this.base.requestPaint();
    this.names.requestPaint();
    this.assets.requestPaint();
    this.units.requestPaint();
    this.listener.onView(this.view());
  }

  /** @returns {View} */
  view() {
    const bounds = this.map.getBounds().pad(WATCH_MARGIN);
    const layers = Object.keys(LIVE_LAYERS).filter((layer) => this.switch.isOn(layer));
    return {
      bbox: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
      layers: ['incidents', ...layers.map((layer) => LIVE_LAYERS[layer])],
    };
  }

  /** @param {string} id */
  #showIncident(id) {
    const incident = this.state.incidents.get(id);
    if (incident) this.incidents.show(incident);
    else this.incidents.forget(id);
  }

  /** @param {number} ms */
  #repaintAssetsIn(ms) {
    if (ms === ASSET_REPAINT_MS && this.#assetsDue) return;
    this.#assetsDue = ms === ASSET_REPAINT_MS;
    window.clearTimeout(this.#assetTimer);
    this.#assetTimer = window.setTimeout(() => {
      this.#assetsDue = false;
      this.assets.requestPaint();
      this.#repaintAssetsIn(ASSET_AGING_MS);
    }, ms);
  }

  /** @param {{x: number, y: number}} point container pixels */
  #onHover(point) {
    cancelAnimationFrame(this.#hoverRequest);
    this.#hoverRequest = requestAnimationFrame(() => {
      const picked = this.#pick(point);
      getElement('map').classList.toggle('over-thing', picked !== null);
      this.info.show(picked, point, false, this.cityNowMs);
    });
  }

  /** @param {{x: number, y: number}} point */
  #onClick(point) {
    this.info.hide();
    this.info.show(this.#pick(point), point, true, this.cityNowMs);
  }

  /**
   * @param {{x: number, y: number}} point container pixels
   * @returns {Picked|null}
   */
  #pick(point) {
    const scale = 256 * 2 ** this.map.getZoom();
    const corner = this.map.getPixelBounds().min ?? { x: 0, y: 0 };
    const x = (corner.x + point.x) / scale;
    const y = (corner.y + point.y) / scale;
    const radius = PICK_RADIUS_PX / scale;
    const unit = this.units.find(x, y, radius);
    return unit ? { kind: 'units', id: unit.id } : this.assets.find(x, y, radius);
  }
}
