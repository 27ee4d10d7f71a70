/**
 * The shapes of docs/interface.md that the pages read. Times are RFC 3339 text; the feed gives no
 * promise beyond this, so unknown fields are ignored.
 *
 * @typedef {{latDeg: number, lonDeg: number, accuracyM?: number}} Position
 * @typedef {'reported'|'dispatched'|'enRoute'|'onScene'|'handling'|'closed'} Stage
 * @typedef {'operator'|'supervisor'|'administrator'} Role
 * @typedef {'completed'|'mistaken'|'hoax'|'transferred'|'duplicate'|'notFound'} Outcome
 *
 * @typedef {object} IncidentSummary
 * @property {string} id
 * @property {number} seq number in the fusion log; a summary that is not newer is ignored
 * @property {number} revision
 * @property {string} kind
 * @property {number} severity 1 critical to 4 notice
 * @property {'open'|'closed'} state
 * @property {boolean} acknowledged
 * @property {'true'|'false'|null} verdict
 * @property {Position|null} position
 * @property {string|null} place
 * @property {string|null} [placeEn] differs where the city named the place and not a caller
 * @property {string} openedAt
 * @property {string} changedAt
 * @property {string|null} closedAt
 * @property {Outcome|null} [outcome] how it was closed
 * @property {boolean} exercise
 * @property {Record<string, number>} calls number of calls by agency
 * @property {number} alarms
 * @property {number} signals help signals
 * @property {Record<string, Stage>} progress by agency
 * @property {{change: string, at: string, ko: string, en: string}|null} newest
 *
 * @typedef {{name: string, score: number, weight: number}} EvidencePart
 * @typedef {object} Evidence
 * @property {number} distanceM
 * @property {number} laterS
 * @property {string} kindA
 * @property {string} kindB
 * @property {number} score
 * @property {number} threshold
 * @property {EvidencePart[]} parts
 * @property {string} ko
 * @property {string} en
 *
 * @typedef {object} CallUnit
 * @property {string} unitId
 * @property {string|null} [unitType]
 * @property {string|null} [dispatchedAt]
 * @property {string|null} [enRouteAt]
 * @property {string|null} [onSceneAt]
 * @property {string|null} [transportAt]
 * @property {string|null} [atHospitalAt]
 * @property {string|null} [clearedAt]
 *
 * @typedef {object} CallRecord
 * @property {string} agency
 * @property {string} source
 * @property {string} receiptNo
 * @property {number} revision
 * @property {string} callType
 * @property {number|null} [code] 112's urgency 0 to 4
 * @property {Stage|null} [stage]
 * @property {Outcome|null} [closeCode]
 * @property {string} receivedAt
 * @property {Position|null} [position]
 * @property {string|null} [address]
 * @property {string|null} [phone]
 * @property {string|null} [narrative]
 * @property {number|null} [injured]
 * @property {boolean} [conflict] a repeat of this receipt said something else
 * @property {CallUnit[]} [units]
 * @property {Evidence|null} [evidence]
 *
 * @typedef {object} AlarmRecord
 * @property {string} alarmId
 * @property {string} ruleId
 * @property {number} ruleVersion
 * @property {string} subject
 * @property {string} raisedAt
 * @property {string|null} clearedAt
 * @property {Position|null} [position]
 * @property {number} severity
 * @property {string} ko
 * @property {string} en
 * @property {string} [eventId]
 * @property {string} [source]
 * @property {Evidence|null} [evidence]
 *
 * @typedef {object} HelpRecord
 * @property {string} deviceId
 * @property {string} kind `helpButton`, `sos`, `safeZoneExit`
 * @property {string} source
 * @property {string} eventId
 * @property {string} observedAt
 * @property {string} receivedAt
 * @property {Position|null} [position]
 * @property {string|null} [phone]
 * @property {string|null} [narrative]
 * @property {Evidence|null} [evidence]
 *
 * @typedef {object} TimelineEntry
 * @property {number} seq
 * @property {number} revision
 * @property {string} at
 * @property {string} change
 * @property {string} by
 * @property {string|null} [text] what an operator wrote
 * @property {string} ko
 * @property {string} en
 *
 * @typedef {IncidentSummary & {callRecords: CallRecord[], alarmRecords: AlarmRecord[],
 *   helpRecords?: HelpRecord[], timeline: TimelineEntry[]}} IncidentDetail
 *
 * @typedef {object} Unit
 * @property {string} id
 * @property {'police'|'fire'|'ems'|'city'} service
 * @property {number} latDeg
 * @property {number} lonDeg
 * @property {number} [accuracyM]
 * @property {number} [headingDeg]
 * @property {number} [speedMps]
 * @property {string} [status]
 * @property {string|null} [receiptNo]
 * @property {string} at
 *
 * @typedef {{id: string, quantity: string, value: number, at: string}} SensorState
 * @typedef {{id: string, mode: string, phase?: number, at: string}} SignalState
 * @typedef {{id: string, kind: string, confidence: number, at: string}} CameraState
 *
 * @typedef {object} Feed
 * @property {string} source
 * @property {string|null} lastAt
 * @property {number} perMin
 * @property {boolean} silent
 *
 * @typedef {object} UnconfirmedCall a call or help signal that a node keeps while the store is away
 * @property {string} id
 * @property {'CallReport'|'HelpSignal'} type
 * @property {string} node
 * @property {string} observedAt
 * @property {boolean} exercise
 * @property {string} [agency]
 * @property {string} [callType]
 * @property {string} [receiptNo]
 * @property {string} [place]
 * @property {string} [deviceId]
 * @property {string} [kind] of a help signal
 * @property {Position} [position]
 *
 * @typedef {object} Status
 * @property {'ok'|'degraded'} store
 * @property {'ok'|'waiting'} judging
 * @property {number} nodes
 * @property {number} commitMs
 * @property {Feed[]} feeds
 * @property {Record<string, number>} shed refused by lane
 * @property {number} rejected
 * @property {{rows: number, bytes: number, limitBytes: number, limitDays: number,
 *   oldest: string|null}} kept
 * @property {{state: 'empty'|'keeping'|'full'|'failing', bytes: number, limitBytes: number,
 *   damaged: number, unconfirmed: number}} [journal] what this node keeps while the store is away
 * @property {{per10Min: number}} alarmLoad
 * @property {string[]} [rulesOff] ids of rules that are switched off because they failed
 * @property {{node: string, aheadS: number}[]} [wrongClocks] of the store's; negative is behind
 *
 * @typedef {object} LiveParts
 * @property {IncidentSummary[]} [incidents]
 * @property {Unit[]} [units]
 * @property {SensorState[]} [sensors]
 * @property {SignalState[]} [signals]
 * @property {CameraState[]} [cameras]
 * @property {UnconfirmedCall[]} [unconfirmed] all there are now; absent while nothing changed
 * @property {Status} [status]
 *
 * @typedef {LiveParts & {type: 'snapshot', seq: number, resumed: boolean, sentAt: string,
 *   cityTime: string, cityRate: number, node: string}} Snapshot
 * @typedef {LiveParts & {type: 'delta', seq: number, sentAt: string, cityTime: string,
 *   gone?: Record<string, string[]>}} Delta
 * @typedef {Snapshot|Delta} LiveMessage
 *
 * @typedef {{name: string, nameEn: string, bbox: [number, number, number, number],
 *   center: [number, number], schematic: boolean, cityRate: number}} City
 * @typedef {{name: string, role: Role, rights: string[]}} Session
 */
export {};
