import { seededRandom } from './demo-city.js';

/** @import {WebSocket} from 'ws' */
/** @import {DemoWorld} from './demo-world.js' */
/** @import {AssetFeature} from '../../state/asset-table.js' */
/** @import {IncidentSummary} from '../../state/wire.js' */

/** The live side of the played server: a snapshot after each `since` or first watch, then deltas. */
export class LivePlay {
  /** @type {Map<WebSocket, any>} what each watches */
  #watching = new Map();
  /** Says nothing more, as a server that hangs. */
  quiet = false;
  #tick = 0;
  #random = seededRandom(11);
  #timer = /** @type {NodeJS.Timeout|undefined} */ (undefined);
  /** What pages have said, so that tests can see a resume. */
  /** @type {any[]} */
  heard = [];
  /** @type {Record<string, AssetFeature[]>} */
  assets = {};
  /** @type {Map<string, any>} */
  sensors = new Map();

  /** @param {DemoWorld} world */
  constructor(world) {
    this.world = world;
    world.onChange = (summary) => this.#send({ incidents: [summary] });
  }

  /** @param {Record<string, AssetFeature[]>} assets */
  setAssets(assets) {
    this.assets = assets;
    for (const sensor of assets.sensor) this.sensors.set(String(sensor.id), this.#reading(sensor));
  }

  start() {
    this.#timer = setInterval(() => this.#tenth(), 100);
  }

  stop() {
    clearInterval(this.#timer);
    this.cut();
  }

  /** Cuts every page off. */
  cut() {
    for (const socket of this.#watching.keys()) socket.terminate();
    this.#watching.clear();
  }

  /** @param {WebSocket} socket */
  onSocket(socket) {
    socket.on('message', (text) => {
      const said = JSON.parse(String(text));
      this.heard.push(said);
      const first = !this.#watching.has(socket);
      this.#watching.set(socket, said.watch);
      if (first || said.since !== undefined) socket.send(JSON.stringify(this.#snapshot(said)));
    });
    socket.on('close', () => this.#watching.delete(socket));
  }

  /** @param {any} said */
  #snapshot(said) {
    const since = said.since ?? -1;
    const resumed = said.since !== undefined;
    const all = this.world.summaries();
    /** @type {IncidentSummary[]} */
    const incidents = all.filter((i) => (resumed ? i.seq > since : i.state === 'open'));
    const layers = said.watch.layers;
    const at = new Date().toISOString();
    return {
      type: 'snapshot',
      seq: this.world.seq,
      resumed,
      sentAt: at,
      cityTime: at,
      cityRate: 1,
      node: 'node-1',
      incidents,
      units: layers.includes('units') ? this.world.units : [],
      sensors: layers.includes('sensors') ? [...this.sensors.values()] : [],
      signals: layers.includes('signals') ? this.#signals() : [],
      cameras: layers.includes('cameras')
        ? [{ id: 'CAM-00123', kind: 'smoke', confidence: 0.91, at }]
        : [],
      unconfirmed: this.world.unconfirmed,
      status: this.world.status(),
    };
  }

  /** Tells what is unconfirmed now. */
  tellUnconfirmed() {
    this.#send({ unconfirmed: this.world.unconfirmed });
  }

  #tenth() {
    this.#tick = (this.#tick + 1) % 10;
    const units = this.world.drive(this.#tick);
    if (this.#tick > 0) return this.#send({ units });
    const some = (this.assets.sensor ?? []).filter(() => this.#random() < 0.02);
    for (const sensor of some) this.sensors.set(String(sensor.id), this.#reading(sensor));
    this.#send({
      units,
      sensors: some.map((sensor) => this.sensors.get(String(sensor.id))),
      status: this.world.status(),
    });
  }

  /** @param {any} parts */
  #send(parts) {
    if (this.quiet) return;
    const at = new Date().toISOString();
    const text = JSON.stringify({
      type: 'delta',
      seq: this.world.seq,
      sentAt: at,
      cityTime: at,
      ...parts,
    });
    for (const socket of this.#watching.keys()) socket.send(text);
  }

  /** @param {AssetFeature} sensor */
  #reading(sensor) {
    return {
      id: String(sensor.id),
      quantity: sensor.properties.quantity,
      value: this.#random() * 3.6,
      at: new Date().toISOString(),
    };
  }

  #signals() {
    const at = new Date().toISOString();
    return (this.assets.junction ?? []).map((junction, i) => ({
      id: junction.id,
      mode: i % 170 === 3 ? 'flash' : 'normal',
      phase: 1 + (i % 4),
      at,
    }));
  }
}
