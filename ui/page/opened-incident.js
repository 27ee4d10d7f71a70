import { ApiError, getIncident } from '../feed/api.js';
import { errorText } from '../panel/error-text.js';
import { distanceM } from '../state/mercator.js';
import { language } from '../words/words.js';

/** @import {CityState} from '../state/city-state.js' */
/** @import {IncidentSummary} from '../state/wire.js' */
/** @import {MapView} from '../map/map-view.js' */
/** @import {IncidentPanel, NearCamera} from '../panel/incident-panel.js' */
/** @import {QueueList} from '../panel/queue-list.js' */

const CAMERA_RADIUS_M = 500;
const CAMERAS = 5;
const INCIDENT_ZOOM = 16;
/** Several changes in a row are read once: each reading is an audited view. */
const RELOAD_MS = 400;

/** The incident the operator has open, shown alike in queue, map and panel. */
export class OpenedIncident {
  id = '';
  #reloadTimer = 0;

  /**
   * @param {CityState} state
   * @param {{map: MapView, queue: QueueList, panel: IncidentPanel}} views
   */
  constructor(state, views) {
    this.state = state;
    this.views = views;
  }

  /**
   * @param {string} id
   * @param {boolean} moveMap
   */
  open(id, moveMap) {
    const incident = this.state.incidents.get(id);
    if (!incident) return;
    this.id = this.state.held = id;
    this.views.queue.setOpened(id);
    this.repaint();
    if (moveMap && incident.position) {
      this.views.map.goTo(incident.position.latDeg, incident.position.lonDeg, INCIDENT_ZOOM);
    }
    void this.reload();
  }

  close() {
    this.id = this.state.held = '';
    this.views.queue.setOpened('');
    this.repaint();
  }

  /** @param {Set<string>} ids incidents that changed */
  onIncidents(ids) {
    if (!this.id || !ids.has(this.id)) return;
    this.repaint();
    if (!this.state.incidents.has(this.id)) return;
    window.clearTimeout(this.#reloadTimer);
    this.#reloadTimer = window.setTimeout(() => void this.reload(), RELOAD_MS);
  }

  /** Shows it again from what is known: after a change, new assets, another language. */
  repaint() {
    const incident = this.state.incidents.get(this.id) ?? null;
    this.views.panel.show(incident, this.#cameras(incident));
  }

  async reload() {
    const id = this.id;
    if (!id) return;
    try {
      this.views.panel.showDetail(await getIncident(id));
    } catch (error) {
      const known =
        error instanceof ApiError ? error : new ApiError(500, { detail: String(error) });
      this.views.panel.showFailure(id, errorText(known, id));
    }
  }

  /**
   * @param {IncidentSummary|null} incident
   * @returns {NearCamera[]}
   */
  #cameras(incident) {
    const near = this.views.map.choose(incident, CAMERA_RADIUS_M, CAMERAS);
    const at = incident?.position;
    if (!at) return [];
    return near.map(({ row, table }) => ({
      id: table.ids[row],
      name: table.nameOf(row, language()),
      purpose: String(table.properties[row].purpose ?? ''),
      distanceM: distanceM(at.latDeg, at.lonDeg, table.latDeg[row], table.lonDeg[row]),
    }));
  }
}
