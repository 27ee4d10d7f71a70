import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { baseFeatures, cameras, CITY, junctions, sensors } from './demo-city.js';
import { DemoWorld } from './demo-world.js';
import { LivePlay } from './live-play.js';

/** @import {IncomingMessage, Server, ServerResponse} from 'node:http' */

const UI = fileURLToPath(new URL('../../', import.meta.url));
const LEAFLET = join(UI, 'node_modules/leaflet/dist');
const CSP = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:";
const COOKIE = 'session=demo';
/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };
const FOLDERS = ['dom', 'feed', 'map', 'page', 'panel', 'state', 'words'];

/**
 * Plays docs/interface.md over a made-up city, for tests and for looking at the pages. Serves the
 * same addresses with the same Content-Security-Policy as the real server; keeps nothing.
 */
export class DevServer {
  /** @type {Server|null} */
  #http = null;
  role = 'operator';
  /** Requests seen, so that tests can tell what a page asked for. */
  /** @type {string[]} */
  seen = [];
  /** Tests put failures here: status by `METHOD path` prefix. */
  /** @type {Record<string, number>} */
  failing = {};

  /** @param {{units?: number, empty?: boolean, cameras?: number}} [size] */
  constructor(size = {}) {
    this.world = new DemoWorld(size);
    this.live = new LivePlay(this.world);
    this.assets = {
      camera: cameras(size.cameras ?? 13_000),
      sensor: sensors(3000),
      junction: junctions(1100),
    };
    this.live.setAssets(this.assets);
  }

  /**
   * @param {number} [port] any free one when not given
   * @returns {Promise<string>} the address
   */
  async start(port = 0) {
    const http = createServer((request, response) => void this.#answer(request, response));
    const sockets = new WebSocketServer({ noServer: true });
    http.on('upgrade', (request, socket, head) => {
      if (request.url !== '/api/v1/live' || !isSignedIn(request)) return socket.destroy();
      sockets.handleUpgrade(request, socket, head, (ws) => this.live.onSocket(ws));
    });
    this.#http = http;
    await new Promise((started) => http.listen(port, '127.0.0.1', () => started(null)));
    this.live.start();
    const address = /** @type {import('node:net').AddressInfo} */ (http.address());
    return `http://127.0.0.1:${address.port}`;
  }

  async stop() {
    this.live.stop();
    const http = this.#http;
    if (!http) return;
    http.closeAllConnections();
    await new Promise((stopped) => http.close(stopped));
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  async #answer(request, response) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const act = `${request.method} ${url.pathname}`;
    this.seen.push(act);
    const failure = Object.entries(this.failing).find(([prefix]) => act.startsWith(prefix));
    if (failure) return problem(response, failure[1], 'as the test wished');
    if (act === 'GET /') return redirect(response, '/console');
    if (url.pathname === '/api/v1/session') return this.#session(request, response);
    if (!url.pathname.startsWith('/api/') && url.pathname !== '/map/base.json')
      return file(url.pathname, response);
    if (!isSignedIn(request)) return problem(response, 401, 'sign in');
    return this.#api(act, url, request, response);
  }

  /**
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  async #session(request, response) {
    if (request.method === 'DELETE')
      return void response.writeHead(204, { 'Set-Cookie': 'session=; Max-Age=0; Path=/' }).end();
    if (request.method === 'GET') {
      return isSignedIn(request)
        ? json(response, 200, { name: 'kim', role: this.role, rights: [] })
        : problem(response, 401, 'sign in');
    }
    const { password } = await bodyOf(request);
    if (password !== 'right') return problem(response, 401, 'wrong');
    response.writeHead(204, { 'Set-Cookie': `${COOKIE}; HttpOnly; SameSite=Strict; Path=/` }).end();
  }

  /**
   * @param {string} act
   * @param {URL} url
   * @param {IncomingMessage} request
   * @param {ServerResponse} response
   */
  async #api(act, url, request, response) {
    const [, , , , id] = url.pathname.split('/');
    if (act === 'GET /api/v1/city') return json(response, 200, CITY);
    if (act === 'GET /map/base.json')
      return json(response, 200, { type: 'FeatureCollection', features: baseFeatures() });
    if (act === 'GET /api/v1/assets') {
      const kind = /** @type {'camera'} */ (url.searchParams.get('kind'));
      return json(response, 200, { type: 'FeatureCollection', features: this.assets[kind] ?? [] });
    }
    if (act === 'GET /api/v1/rejections') return this.#rejections(response);
    if (act === 'GET /api/v1/incidents') {
      const closed = this.world
        .summaries()
        .filter((i) => i.state === url.searchParams.get('state'));
      return json(response, 200, { incidents: closed, next: null });
    }
    if (act.startsWith('POST') && act.endsWith('/commands')) {
      const answer = this.world.command(id, await bodyOf(request));
      return json(response, answer.status, answer.body);
    }
    const incident = this.world.incidents.get(id);
    return incident ? json(response, 200, incident) : problem(response, 404, 'no such thing');
  }

  /** @param {ServerResponse} response */
  #rejections(response) {
    if (this.role !== 'administrator') return problem(response, 403, 'administrators only');
    const at = new Date().toISOString();
    json(response, 200, {
      counts: [
        {
          source: 'suwon-water',
          field: 'value',
          reason: 'must be finite',
          count: 1234,
          lastAt: at,
        },
      ],
      last: [
        {
          source: 'suwon-water',
          at,
          field: 'value',
          reason: 'must be finite',
          sample: '{"type":"SensorReading","value":"<b>NaN</b>"}',
        },
      ],
    });
  }
}

/** @param {IncomingMessage} request */
function isSignedIn(request) {
  return (request.headers.cookie ?? '').includes(COOKIE);
}

/**
 * @param {string} path
 * @param {ServerResponse} response
 */
async function file(path, response) {
  try {
    const place = placeOf(path);
    const content = await readFile(place);
    response.writeHead(200, {
      'Content-Type': TYPES[extname(place)] ?? 'application/octet-stream',
      'Content-Security-Policy': CSP,
      'Cache-Control': 'no-store',
    });
    response.end(content);
  } catch {
    problem(response, 404, path);
  }
}

/** @param {string} path */
function placeOf(path) {
  const clean = normalize(path);
  const page = /^\/(console|sign-in|admin)$/.exec(clean);
  if (page) return join(UI, 'page', `${page[1]}.html`);
  if (clean.startsWith('/lib/leaflet/')) return join(LEAFLET, clean.slice('/lib/leaflet/'.length));
  const [, top, folder] = clean.split('/');
  if (top !== 'ui' || !FOLDERS.includes(folder)) throw new Error(`no such page: ${path}`);
  return join(UI, clean.slice('/ui/'.length));
}

/** @param {IncomingMessage} request */
async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

/**
 * @param {ServerResponse} response
 * @param {number} status
 * @param {unknown} body
 */
function json(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

/**
 * @param {ServerResponse} response
 * @param {number} status
 * @param {string} detail
 */
function problem(response, status, detail) {
  json(response, status, { type: 'about:blank', title: `status ${status}`, status, detail });
}

/**
 * @param {ServerResponse} response
 * @param {string} to
 */
function redirect(response, to) {
  response.writeHead(302, { Location: to }).end();
}
