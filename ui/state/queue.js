/** @import {IncidentSummary} from './wire.js' */
import { cityDay, parseTime } from './times.js';

/** @typedef {'open'|'closedToday'} QueueFilter */

/**
 * The queue as the operator reads it. Open: waiting for acknowledgement first, then the more
 * severe, then the older. Closed today: the last closed first.
 *
 * @param {Iterable<IncidentSummary>} incidents
 * @param {QueueFilter} filter
 * @param {number} cityNowMs
 * @returns {IncidentSummary[]}
 */
export function listQueue(incidents, filter, cityNowMs) {
  const all = [...incidents];
  if (filter === 'open') return all.filter((i) => i.state === 'open').sort(byUrgency);
  const today = cityDay(cityNowMs);
  return all
    .filter((i) => i.closedAt !== null && cityDay(parseTime(i.closedAt)) === today)
    .filter((i) => i.state === 'closed')
    .sort((a, b) => parseTime(b.closedAt) - parseTime(a.closedAt) || compareIds(a, b));
}

/**
 * @param {IncidentSummary} a
 * @param {IncidentSummary} b
 */
export function byUrgency(a, b) {
  return (
    Number(a.acknowledged) - Number(b.acknowledged) ||
    a.severity - b.severity ||
    parseTime(a.openedAt) - parseTime(b.openedAt) ||
    compareIds(a, b)
  );
}

/** @param {IncidentSummary} incident */
export function isWaiting(incident) {
  return incident.state === 'open' && !incident.acknowledged;
}

/**
 * @param {IncidentSummary} a
 * @param {IncidentSummary} b
 */
function compareIds(a, b) {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
