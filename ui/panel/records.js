import { h } from '../dom/h.js';
import { severityMark } from '../dom/severity-mark.js';
import { clockText, parseTime } from '../state/times.js';
import { codeWord, language, word } from '../words/words.js';
import { evidenceView } from './evidence.js';

/** @import {AlarmRecord, CallRecord, CallUnit, HelpRecord, IncidentDetail, TimelineEntry} from '../state/wire.js' */

/** @type {('dispatchedAt'|'enRouteAt'|'onSceneAt'|'clearedAt')[]} */
const UNIT_TIMES = ['dispatchedAt', 'enRouteAt', 'onSceneAt', 'clearedAt'];

/** @param {IncidentDetail} detail */
export function callsView(detail) {
  const calls = detail.callRecords ?? [];
  if (calls.length === 0)
    return section('panel.calls', 0, h('p', { class: 'muted' }, word('panel.noCalls')));
  return section('panel.calls', calls.length, h('div', { class: 'calls' }, ...calls.map(callCard)));
}

/** @param {IncidentDetail} detail */
export function alarmsView(detail) {
  const alarms = detail.alarmRecords ?? [];
  if (alarms.length === 0)
    return section('panel.alarms', 0, h('p', { class: 'muted' }, word('panel.noAlarms')));
  return section('panel.alarms', alarms.length, ...alarms.map(alarmCard));
}

/**
 * @param {IncidentDetail} detail
 * @returns {Node|null} nothing when nobody pressed for help
 */
export function helpView(detail) {
  const signals = detail.helpRecords ?? [];
  return signals.length > 0
    ? section('panel.help', signals.length, ...signals.map(helpCard))
    : null;
}

/** @param {IncidentDetail} detail */
export function timelineView(detail) {
  const entries = [...(detail.timeline ?? [])].sort(
    (a, b) => b.revision - a.revision || b.seq - a.seq,
  );
  return section(
    'panel.timeline',
    entries.length,
    h('ol', { class: 'timeline' }, ...entries.map(entryView)),
  );
}

/**
 * @param {'panel.calls'|'panel.help'|'panel.alarms'|'panel.timeline'|'panel.cameras'} key
 * @param {number} count
 * @param {...Node} content
 */
export function section(key, count, ...content) {
  const number = h('span', { class: 'muted' }, count > 0 ? String(count) : '');
  return h('section', { class: 'section' }, h('h3', {}, word(key), ' ', number), ...content);
}

/** @param {CallRecord} call */
function callCard(call) {
  return h(
    'article',
    { class: 'card' },
    h(
      'header',
      { class: 'card-head' },
      h('span', { class: `agency agency-${call.agency}` }, call.agency),
      h('strong', {}, codeWord('kind', call.callType)),
      call.stage && h('span', { class: 'tag' }, codeWord('stage', call.stage)),
    ),
    call.conflict && h('p', { class: 'warning' }, word('panel.conflict')),
    h('dl', { class: 'fields' }, ...callFields(call)),
    unitsTable(call.units ?? []),
    evidenceView(call.evidence, `call-${call.agency}-${call.receiptNo}`),
  );
}

/** @param {HelpRecord} signal */
function helpCard(signal) {
  const fields = [
    field('panel.device', signal.deviceId),
    field('panel.receivedAt', clockText(parseTime(signal.receivedAt))),
    field('panel.phone', signal.phone),
    field('panel.narrative', signal.narrative),
    field('panel.source', signal.source),
  ];
  return h(
    'article',
    { class: 'card' },
    h('header', { class: 'card-head' }, h('strong', {}, codeWord('help', signal.kind))),
    h('dl', { class: 'fields' }, ...fields.flat()),
    evidenceView(signal.evidence, `help-${signal.source}-${signal.eventId}`),
  );
}

/** @param {CallRecord} call */
function callFields(call) {
  const injured = call.injured ?? null;
  const code = call.code ?? null;
  return [
    field('panel.receipt', call.receiptNo),
    field('panel.receivedAt', clockText(parseTime(call.receivedAt))),
    field('panel.code', code === null ? '' : String(code)),
    field('panel.address', call.address),
    field('panel.phone', call.phone),
    field('panel.injured', injured === null ? '' : word('panel.people', { n: injured })),
    field('panel.narrative', call.narrative),
    field('panel.closeCode', codeWord('outcome', call.closeCode)),
    field('panel.source', `${call.source} · ${word('panel.revision', { n: call.revision })}`),
  ].flat();
}

/**
 * @param {import('../words/words.js').Key} key
 * @param {string|null|undefined} value
 */
function field(key, value) {
  return value ? [h('dt', {}, word(key)), h('dd', {}, value)] : [];
}

/** @param {CallUnit[]} units */
function unitsTable(units) {
  if (units.length === 0) return null;
  const heads = UNIT_TIMES.map((time) => h('th', { scope: 'col' }, word(`panel.${time}`)));
  return h(
    'table',
    { class: 'numbers units' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, word('panel.unit')), ...heads)),
    h('tbody', {}, ...units.map(unitRow)),
  );
}

/** @param {CallUnit} unit */
function unitRow(unit) {
  return h(
    'tr',
    {},
    h('th', { scope: 'row', title: unit.unitType ?? '' }, unit.unitId),
    ...UNIT_TIMES.map((time) => h('td', {}, clockText(parseTime(unit[time])))),
  );
}

/** @param {AlarmRecord} alarm */
function alarmCard(alarm) {
  const [own, other] = language() === 'en' ? [alarm.en, alarm.ko] : [alarm.ko, alarm.en];
  const times = [word('panel.raised', { time: clockText(parseTime(alarm.raisedAt)) })];
  if (alarm.clearedAt)
    times.push(word('panel.cleared', { time: clockText(parseTime(alarm.clearedAt)) }));
  const rule = word('panel.rule', { rule: alarm.ruleId, version: alarm.ruleVersion });
  return h(
    'article',
    { class: `card severity-${alarm.severity}` },
    h(
      'header',
      { class: 'card-head' },
      severityMark(alarm.severity),
      h('strong', {}, own ?? other),
    ),
    h('p', { class: 'other-language', lang: language() === 'en' ? 'ko' : 'en' }, other ?? ''),
    h('p', { class: 'muted' }, [...times, alarm.subject, rule].join(' · ')),
    evidenceView(alarm.evidence, `alarm-${alarm.alarmId}`),
  );
}

/** @param {TimelineEntry} entry */
function entryView(entry) {
  return h(
    'li',
    {},
    h('time', { datetime: entry.at }, clockText(parseTime(entry.at))),
    h('span', {}, language() === 'en' ? entry.en : entry.ko, written(entry)),
    h('span', { class: 'muted' }, word('panel.by', { who: codeWord('by', entry.by) })),
  );
}

/**
 * What an operator wrote, unless the line already says it.
 *
 * @param {TimelineEntry} entry
 */
function written({ text, ko }) {
  return text && !ko.includes(text) ? h('q', { class: 'written' }, text) : null;
}
