import { getElement, setText } from '../dom/h.js';
import { tabMemory } from '../dom/tab-memory.js';
import { putWords } from '../dom/words-in-page.js';
import * as api from '../feed/api.js';
import { browserFeed } from '../feed/live-feed.js';
import { MapView } from '../map/map-view.js';
import { ActionBar } from '../panel/action-bar.js';
import { Banners } from '../panel/banners.js';
import { CommandDesk } from '../panel/command-desk.js';
import { IncidentPanel } from '../panel/incident-panel.js';
import { listenToKeys } from '../panel/keyboard.js';
import { QueueList } from '../panel/queue-list.js';
import { closeShortcuts, toggleShortcuts } from '../panel/shortcuts.js';
import { TopBar } from '../panel/top-bar.js';
import { UnconfirmedList } from '../panel/unconfirmed-list.js';
import { CityClock } from '../state/city-clock.js';
import { CityState } from '../state/city-state.js';
import { Drafts } from '../state/drafts.js';
import { Lag } from '../state/lag.js';
import { parseTime } from '../state/times.js';
import { onLanguage, rememberLanguage, word } from '../words/words.js';
import { loadCityData } from './city-data.js';
import { OpenedIncident } from './opened-incident.js';

/** @import {City, LiveMessage} from '../state/wire.js' */
/** @import {Changes} from '../state/city-state.js' */
/** @import {Connection, View} from '../feed/live-feed.js' */
/** @import {AssetTable} from '../state/asset-table.js' */

const TICK_MS = 200;
/** The view is reported once it rests. */
const VIEW_REST_MS = 250;
const CAMERA_ZOOM = 17;

/** The console page: wires feed → state → views, and the operator's acts back. */
class Console {
  state = new CityState();
  clock = new CityClock();
  lag = new Lag();
  drafts = new Drafts(tabMemory());
  /** @type {City|null} */
  city = null;
  /** @type {AssetTable|null} */
  cameras = null;
  /** @type {string[]} parts of the map that could not be loaded */
  missing = [];
  #everLive = false;
  #viewTimer = 0;

  constructor() {
    this.feed = browserFeed({
      onMessage: (message) => this.onMessage(message),
      onConnection: (connection) => this.onConnection(connection),
      since: () => this.state.seq,
    });
    this.bar = new TopBar({ onSignOut: () => void this.signOut() });
    this.banners = new Banners({ onRetry: () => this.feed.retryNow() });
    this.queue = new QueueList({
      onOpen: (id) => this.opened.open(id, true),
      onFilter: (filter) => void this.onFilter(filter),
    });
    this.unconfirmed = new UnconfirmedList();
    this.map = new MapView(this.state, {
      onPick: (id) => this.opened.open(id, false),
      onView: (view) => this.onView(view),
    });
    const desk = new CommandDesk(api.sendCommand, api.newCommandId);
    this.actions = new ActionBar(desk, this.drafts, (incident) =>
      this.onChanges(this.state.learn([incident])),
    );
    this.panel = new IncidentPanel(getElement('panel'), this.actions, {
      onClose: () => this.opened.close(),
      onRetry: () => void this.opened.reload(),
      onCamera: (id) => this.goToCamera(id),
    });
    this.opened = new OpenedIncident(this.state, this);
  }

  async start() {
    onLanguage(() => this.relabel());
    rememberLanguage();
    listenToKeys(this.keys());
    getElement('help').addEventListener('click', toggleShortcuts);
    window.setInterval(() => this.tick(), TICK_MS);
    if (!(await this.loadSession())) return;
    await this.loadCity();
    this.feed.start();
    const onTable = (/** @type {string} */ layer, /** @type {AssetTable} */ table) => {
      if (layer === 'cameras') this.cameras = table;
      if (this.opened.id) this.opened.repaint();
    };
    this.missing = await loadCityData(this.map, onTable);
    this.showMissing();
  }

  async loadSession() {
    try {
      const session = await api.getSession();
      this.actions.role = session.role;
      this.drafts.begin(session.name);
      this.bar.showUser(session);
      return true;
    } catch (error) {
      const signedOut = error instanceof api.ApiError && error.status === 401;
      if (!signedOut) window.setTimeout(() => window.location.reload(), 5000);
      return false;
    }
  }

  async loadCity() {
    try {
      this.city = await api.getCity();
      this.map.showCity(this.city);
    } catch {
      this.missing = ['city'];
      this.showMissing();
    }
    this.bar.showCity(this.city);
    this.feed.watch(this.map.view());
  }

  async signOut() {
    this.drafts.clear();
    await api.signOut().catch(() => undefined);
    api.goToSignIn();
  }

  /** @param {LiveMessage} message */
  onMessage(message) {
    const nowMs = performance.now();
    this.lag.hear(parseTime(message.sentAt), nowMs);
    this.clock.hear(
      parseTime(message.cityTime),
      nowMs,
      message.type === 'snapshot' ? message.cityRate : undefined,
    );
    const first = !this.#everLive;
    this.#everLive = true;
    this.onChanges(this.state.apply(message));
    if (first) this.resumeNote();
  }

  /** After a sign-in in between: the note that was being written is there again. */
  resumeNote() {
    const id = this.drafts.writing;
    if (!id || !this.drafts.textOf(id)) return;
    this.opened.open(id, true);
    if (this.opened.id === id) this.actions.begin('note');
  }

  /** @param {Changes} changes */
  onChanges(changes) {
    const nowMs = performance.now();
    this.map.onChanges(changes, nowMs);
    if (changes.incidents.size > 0 || changes.whole) this.showQueue();
    this.opened.onIncidents(changes.incidents);
    if (changes.unconfirmed) this.showUnconfirmed();
    if (changes.status) this.bar.showStatus(this.state.status);
  }

  /** @param {Connection} connection */
  onConnection(connection) {
    this.tick();
    // A refused upgrade does not say why; asking for the session leads to sign-in if it has ended.
    if (connection.phase === 'waiting') void api.getSession().catch(() => undefined);
  }

  /** @param {View} view */
  onView(view) {
    window.clearTimeout(this.#viewTimer);
    this.#viewTimer = window.setTimeout(() => this.feed.watch(view), VIEW_REST_MS);
  }

  /** @param {'open'|'closedToday'} filter */
  async onFilter(filter) {
    this.showQueue();
    if (filter === 'open') return;
    const { incidents } = await api.listClosed().catch(() => ({ incidents: [] }));
    this.onChanges(this.state.learn(incidents));
  }

  showQueue() {
    const cityNowMs = this.clock.nowMs(performance.now());
    this.queue.show(this.state.incidents.values(), cityNowMs);
    this.tickEmpty(cityNowMs);
  }

  showUnconfirmed() {
    this.unconfirmed.show(
      this.state.unconfirmed,
      this.state.status?.journal?.unconfirmed ?? 0,
      this.clock.nowMs(performance.now()),
    );
  }

  showMissing() {
    const note = getElement('map-note');
    note.hidden = this.missing.length === 0;
    setText(note, word('map.failed', { what: this.missing.join(', ') }));
  }

  tick() {
    const nowMs = performance.now();
    const cityNowMs = this.clock.nowMs(nowMs);
    const stale = this.lag.isStale(nowMs);
    const lagMs = this.lag.lagMs(nowMs);
    this.bar.tickClock(cityNowMs, this.clock.rate);
    this.bar.tickConnection(this.feed.connection, lagMs, stale);
    this.banners.tick(
      this.feed.connection,
      { stale, lagMs, everLive: this.#everLive },
      this.state.status,
      nowMs,
    );
    this.queue.tick(cityNowMs);
    this.unconfirmed.tick(cityNowMs);
    this.panel.tick(cityNowMs);
    this.map.tick(cityNowMs);
    this.tickEmpty(cityNowMs);
  }

  /** @param {number} cityNowMs */
  tickEmpty(cityNowMs) {
    const heard = (this.state.status?.feeds ?? []).map((feed) => feed.lastAt ?? '').sort();
    this.queue.showEmpty(!this.#everLive, heard.at(-1) ?? null, cityNowMs);
  }

  relabel() {
    putWords();
    document.title = word('app.console');
    this.bar.showCity(this.city);
    this.bar.showStatus(this.state.status);
    if (this.#everLive) {
      this.queue.relabel();
      this.showQueue();
      this.showUnconfirmed();
    }
    this.map.relabel();
    this.actions.paint();
    this.opened.repaint();
    this.showMissing();
    this.tick();
  }

  /** @param {string} id */
  goToCamera(id) {
    const row = this.cameras?.findRow(id);
    if (row === undefined || !this.cameras) return;
    this.map.goTo(this.cameras.latDeg[row], this.cameras.lonDeg[row], CAMERA_ZOOM);
  }

  /** @returns {import('../panel/keyboard.js').Acts} */
  keys() {
    return {
      move: (by) => this.queue.moveCursor(by),
      open: () => this.opened.open(this.queue.cursor, true),
      command: (command) => {
        const id = this.queue.cursor || this.opened.id;
        if (id !== this.opened.id) this.opened.open(id, true);
        if (this.opened.id) this.actions.begin(command);
      },
      escape: () => {
        if (closeShortcuts() || this.actions.cancel() || this.map.escape()) return;
        this.opened.close();
      },
      layer: (n) => this.map.switch.toggleKey(n),
      help: toggleShortcuts,
    };
  }
}

void new Console().start();
