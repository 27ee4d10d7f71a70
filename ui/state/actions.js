/** @import {IncidentSummary, Role} from './wire.js' */

/** @typedef {'acknowledge'|'verify'|'note'|'close'|'reopen'} CommandName */

/** @type {Record<Role, CommandName[]>} */
const MAY = {
  operator: ['acknowledge', 'verify', 'note', 'close'],
  supervisor: ['acknowledge', 'verify', 'note', 'close', 'reopen'],
  administrator: ['acknowledge', 'verify', 'note', 'close', 'reopen'],
};

/**
 * The one thing to do next, which the panel shows as its filled button. A closed incident has none.
 *
 * @param {IncidentSummary} incident
 * @returns {CommandName|null}
 */
export function dueCommand(incident) {
  if (incident.state === 'closed') return null;
  if (!incident.acknowledged) return 'acknowledge';
  return incident.verdict === null ? 'verify' : 'close';
}

/**
 * What makes sense on the incident now, whoever asks.
 *
 * @param {IncidentSummary} incident
 * @returns {CommandName[]}
 */
export function listCommands(incident) {
  if (incident.state === 'closed') return ['note', 'reopen'];
  return incident.acknowledged
    ? ['verify', 'note', 'close']
    : ['acknowledge', 'verify', 'note', 'close'];
}

/**
 * @param {Role|string} role
 * @param {CommandName} command
 */
export function mayDo(role, command) {
  return (MAY[/** @type {Role} */ (role)] ?? []).includes(command);
}
