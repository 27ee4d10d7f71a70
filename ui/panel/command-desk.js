import { ApiError } from '../feed/api.js';

/** @import {Command} from '../feed/api.js' */
/** @import {IncidentSummary} from '../state/wire.js' */
/** @import {CommandName} from '../state/actions.js' */

/**
 * @typedef {{command: CommandName, verdict?: 'true'|'false', text?: string, outcome?: string}} Order
 * @typedef {{kind: 'done', incident: IncidentSummary}
 *   | {kind: 'conflict', incident: IncidentSummary|null}
 *   | {kind: 'failed', error: ApiError, commandId: string}} Answer
 */

/**
 * Sends an operator's orders so that each is carried out once: when it is not known whether one
 * arrived, sending it again repeats its command id; after a refusal it is a new command.
 */
export class CommandDesk {
  /** @type {{order: string, commandId: string}|null} an order whose fate is unknown */
  #unsure = null;

  /**
   * @param {(id: string, command: Command) => Promise<{incident: IncidentSummary}>} send
   * @param {() => string} newId
   */
  constructor(send, newId) {
    this.send = send;
    this.newId = newId;
  }

  /**
   * @param {IncidentSummary} incident as the operator sees it: its revision is the expected one
   * @param {Order} order
   * @returns {Promise<Answer>}
   */
  async give(incident, order) {
    const command = this.#command(incident, order);
    try {
      const answer = await this.send(incident.id, command);
      this.#unsure = null;
      return { kind: 'done', incident: answer.incident };
    } catch (error) {
      return this.#onFailure(incident, order, command.commandId, asApiError(error));
    }
  }

  /**
   * @param {IncidentSummary} incident
   * @param {Order} order
   * @returns {Command}
   */
  #command(incident, order) {
    const again = this.#unsure?.order === nameOf(incident, order) ? this.#unsure.commandId : null;
    return { ...order, expectedRevision: incident.revision, commandId: again ?? this.newId() };
  }

  /**
   * @param {IncidentSummary} incident
   * @param {Order} order
   * @param {string} commandId
   * @param {ApiError} error
   * @returns {Answer}
   */
  #onFailure(incident, order, commandId, error) {
    const fateUnknown = error.status === 0 || error.status >= 500;
    this.#unsure = fateUnknown ? { order: nameOf(incident, order), commandId } : null;
    if (error.status === 409) return { kind: 'conflict', incident: error.body?.incident ?? null };
    return { kind: 'failed', error, commandId };
  }
}

/**
 * @param {IncidentSummary} incident
 * @param {Order} order
 */
function nameOf(incident, order) {
  return JSON.stringify([incident.id, order]);
}

/** @param {unknown} error */
function asApiError(error) {
  return error instanceof ApiError ? error : new ApiError(500, { detail: String(error) });
}
