import { seededRandom, somewhere } from './demo-city.js';
import { demoIncidents, says } from './demo-incidents.js';

/** @import {IncidentDetail, IncidentSummary, Status, UnconfirmedCall, Unit} from '../../state/wire.js' */

/** What the played server knows: incidents that take commands, units that drive. */
export class DemoWorld {
  seq = 2000;
  /** @type {Map<string, IncidentDetail>} */
  incidents = new Map();
  /** @type {Unit[]} */
  units = [];
  /** @type {Map<string, {status: number, body: any}>} answers by command id */
  #answered = new Map();
  /** @type {Partial<Status>} what tests make worse */
  trouble = {};
  /** @type {UnconfirmedCall[]} */
  unconfirmed = [];
  silent = ['avl-ems'];
  #random = seededRandom(7);

  /** @param {{units?: number, empty?: boolean}} size */
  constructor({ units = 200, empty = false }) {
    if (!empty) for (const one of demoIncidents(Date.now())) this.incidents.set(one.id, one);
    for (let i = 0; i < units; i++) this.units.push(this.#unit(i));
  }

  /** @returns {IncidentSummary[]} */
  summaries() {
    return [...this.incidents.values()].map(summaryOf);
  }

  /**
   * One second of driving for every tenth unit: as in a city, not all report at the same instant.
   *
   * @param {number} tenth 0 to 9
   * @returns {Unit[]} those that moved
   */
  drive(tenth) {
    const at = new Date().toISOString();
    this.units = this.units.map((unit, i) => {
      if (i % 10 !== tenth) return unit;
      const headingDeg = ((unit.headingDeg ?? 0) + (this.#random() - 0.5) * 20 + 360) % 360;
      const stepM = unit.speedMps ?? 0;
      const rad = (headingDeg * Math.PI) / 180;
      const latDeg = unit.latDeg + (Math.cos(rad) * stepM) / 111_195;
      const lonDeg = unit.lonDeg + (Math.sin(rad) * stepM) / 88_500;
      const outside = latDeg < 37.23 || latDeg > 37.34 || lonDeg < 126.94 || lonDeg > 127.085;
      if (outside) return { ...unit, headingDeg: (headingDeg + 180) % 360, at };
      return { ...unit, latDeg, lonDeg, headingDeg, at };
    });
    return this.units.filter((_, i) => i % 10 === tenth);
  }

  /** @returns {Status} */
  status() {
    const lastAt = new Date(Date.now() - 800).toISOString();
    const feeds = [
      'fire-119',
      'police-112',
      'suwon-water',
      'vms-1',
      'its',
      'avl-119',
      'avl-112',
      'avl-ems',
    ].map((source) => ({ source, lastAt, perMin: 40, silent: this.silent.includes(source) }));
    return {
      store: 'ok',
      judging: 'ok',
      nodes: 3,
      commitMs: 4,
      feeds,
      shed: { P3: 0, P2: 0, P1: 0 },
      rejected: 12,
      kept: {
        rows: 48_123_456,
        bytes: 6_398_765_432,
        limitBytes: 10_737_418_240,
        limitDays: 7,
        oldest: '2026-08-01',
      },
      alarmLoad: { per10Min: 3 },
      ...this.trouble,
    };
  }

  /**
   * @param {string} id
   * @param {any} command
   * @returns {{status: number, body: any}}
   */
  command(id, command) {
    const before = this.#answered.get(command.commandId);
    if (before) return before;
    const found = this.incidents.get(id);
    if (!found) return { status: 404, body: { status: 404, title: 'Not Found', detail: id } };
    if (found.revision !== command.expectedRevision) {
      const body = {
        status: 409,
        title: 'Conflict',
        detail: 'revision',
        revision: found.revision,
        incident: summaryOf(found),
      };
      return { status: 409, body };
    }
    const changed = this.change(id, effectOf(command), nameOf(command));
    const answer = {
      status: 200,
      body: { seq: changed.seq, revision: changed.revision, incident: summaryOf(changed) },
    };
    this.#answered.set(command.commandId, answer);
    return answer;
  }

  /**
   * @param {string} id
   * @param {Partial<IncidentDetail>} effect
   * @param {{change: string, ko: string, en: string, text?: string|null}} what
   * @returns {IncidentDetail}
   */
  change(id, effect, what) {
    const old = /** @type {IncidentDetail} */ (this.incidents.get(id));
    const at = new Date().toISOString();
    const revision = old.revision + 1;
    const seq = ++this.seq;
    const timeline = [{ seq, revision, at, by: 'kim', ...what }, ...old.timeline];
    const newest = says(what.change, at, what.ko, what.en);
    const changed = { ...old, ...effect, seq, revision, changedAt: at, newest, timeline };
    this.incidents.set(id, changed);
    this.onChange(summaryOf(changed));
    return changed;
  }

  /** @param {IncidentSummary} _summary set by the server */
  onChange(_summary) {}

  /** @param {number} i */
  #unit(i) {
    const [latDeg, lonDeg] = somewhere(this.#random);
    const service = /** @type {const} */ (['police', 'police', 'fire', 'ems', 'city'])[i % 5];
    const status = ['available', 'available', 'enRoute', 'onScene', 'returning'][
      Math.floor(this.#random() * 5)
    ];
    const id = `${service.toUpperCase()}-${String(i + 1).padStart(2, '0')}`;
    return /** @type {Unit} */ ({
      id,
      service,
      latDeg,
      lonDeg,
      status,
      accuracyM: 8,
      headingDeg: this.#random() * 360,
      speedMps: status === 'onScene' ? 0 : 6 + this.#random() * 10,
      receiptNo: null,
      at: new Date().toISOString(),
    });
  }
}

/** @param {any} command */
function effectOf(command) {
  const now = new Date().toISOString();
  switch (command.command) {
    case 'acknowledge':
      return { acknowledged: true };
    case 'verify':
      return { verdict: command.verdict };
    case 'close':
      return { state: /** @type {const} */ ('closed'), closedAt: now, outcome: command.outcome };
    case 'reopen':
      return { state: /** @type {const} */ ('open'), closedAt: null, outcome: null };
    default:
      return {};
  }
}

/** @param {any} command */
function nameOf(command) {
  /** @type {Record<string, [string, string]>} */
  const names = {
    acknowledge: ['확인', 'acknowledged'],
    verify: [`판정: ${command.verdict}`, `verified: ${command.verdict}`],
    note: ['메모', 'note'],
    close: [`종결: ${command.outcome}`, `closed: ${command.outcome}`],
    reopen: ['다시 열림', 'reopened'],
  };
  const [ko, en] = names[command.command] ?? ['?', '?'];
  return { change: command.command, ko, en, text: command.text ?? null };
}

/**
 * @param {IncidentDetail} detail
 * @returns {IncidentSummary}
 */
function summaryOf({ callRecords: _c, alarmRecords: _a, timeline: _t, ...summary }) {
  return summary;
}
