import { incident } from '../dev/demo-incidents.js';

/** @import {Delta, IncidentDetail, Snapshot, Unit} from '../../state/wire.js' */

export const NOON = '2026-08-06T03:00:00.000Z';

/**
 * @param {string} id
 * @param {Partial<IncidentDetail>} [own]
 */
export function anIncident(id, own = {}) {
  return incident(0, NOON, { id, seq: 10, severity: 3, acknowledged: true, ...own });
}

/** @param {Partial<Snapshot>} [own] @returns {Snapshot} */
export function aSnapshot(own = {}) {
  return {
    type: 'snapshot',
    seq: 10,
    resumed: false,
    sentAt: NOON,
    cityTime: NOON,
    cityRate: 1,
    node: 'n',
    ...own,
  };
}

/** @param {Partial<Delta>} [own] @returns {Delta} */
export function aDelta(own = {}) {
  return { type: 'delta', seq: 11, sentAt: NOON, cityTime: NOON, ...own };
}

/** @param {string} id @param {Partial<Unit>} [own] @returns {Unit} */
export function aUnit(id, own = {}) {
  return { id, service: 'fire', latDeg: 37.26, lonDeg: 127.02, at: NOON, ...own };
}
