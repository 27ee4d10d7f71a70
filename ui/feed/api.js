/** @import {City, IncidentDetail, IncidentSummary, Session} from '../state/wire.js' */
/** @import {AssetFeature} from '../state/asset-table.js' */
/** @import {CommandName} from '../state/actions.js' */

/**
 * @typedef {object} Command
 * @property {CommandName} command
 * @property {number} expectedRevision
 * @property {string} commandId the same text again is the same command
 * @property {'true'|'false'} [verdict]
 * @property {string} [text]
 * @property {string} [outcome]
 *
 * @typedef {object} Rejections
 * @property {{source: string, field: string, reason: string, count: number, lastAt: string}[]} counts
 * @property {{source: string, at: string, field: string, reason: string, sample: string}[]} last
 */

/** A call that did not succeed. `status` 0: the server was not reached. */
export class ApiError extends Error {
  /**
   * @param {number} status
   * @param {any} body problem JSON, or null
   */
  constructor(status, body) {
    super(body?.detail ?? body?.title ?? `status ${status}`);
    this.status = status;
    this.body = body;
  }

  get detail() {
    return String(this.body?.detail ?? this.body?.title ?? '');
  }
}

/** @returns {Promise<Session>} */
export const getSession = () => call('GET', '/api/v1/session');

/**
 * @param {string} name
 * @param {string} password
 * @returns {Promise<void>}
 */
export const signIn = (name, password) => send('POST', '/api/v1/session', { name, password });

/** @returns {Promise<void>} */
export const signOut = () => call('DELETE', '/api/v1/session');

/** @returns {Promise<City>} */
export const getCity = () => call('GET', '/api/v1/city');

/** @returns {Promise<{features: AssetFeature[]}>} */
export const getBaseMap = () => call('GET', '/map/base.json');

/**
 * @param {string} kind
 * @returns {Promise<{features: AssetFeature[]}>}
 */
export const listAssets = (kind) => call('GET', `/api/v1/assets?kind=${encodeURIComponent(kind)}`);

/**
 * Opening an incident is an audited view.
 *
 * @param {string} id
 * @returns {Promise<IncidentDetail>}
 */
export const getIncident = (id) => call('GET', `/api/v1/incidents/${encodeURIComponent(id)}`);

/** @returns {Promise<{incidents: IncidentSummary[]}>} */
export const listClosed = () => call('GET', '/api/v1/incidents?state=closed&limit=100');

/**
 * @param {string} id
 * @param {Command} command
 * @returns {Promise<{seq: number, revision: number, incident: IncidentSummary}>} rejects with
 *     status 409 and the newer incident in its body when someone was quicker
 */
export const sendCommand = (id, command) =>
  send('POST', `/api/v1/incidents/${encodeURIComponent(id)}/commands`, command);

/** @returns {Promise<Rejections>} */
export const getRejections = () => call('GET', '/api/v1/rejections');

/** Leaves for the sign-in page and comes back here afterwards. */
export function goToSignIn() {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}

/** @returns {string} unique: `randomUUID` exists only on secure origins */
export function newCommandId() {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 */
function send(method, path, body) {
  return call(method, path, {
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
}

/**
 * @param {string} method
 * @param {string} path
 * @param {RequestInit} [more]
 * @returns {Promise<any>}
 */
async function call(method, path, more) {
  let response;
  try {
    response = await fetch(path, { method, credentials: 'same-origin', ...more });
  } catch {
    throw new ApiError(0, null);
  }
  if (response.ok) return response.status === 204 ? null : response.json();
  // A wrong password is a 401 as well; the sign-in page tells it itself.
  const signingIn = method === 'POST' && path === '/api/v1/session';
  if (response.status === 401 && !signingIn) goToSignIn();
  const body = await response.json().catch(() => null);
  throw new ApiError(response.status, body);
}
