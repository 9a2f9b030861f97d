import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Evidence, Fact, LawOf, ReceiptDoc, Told } from '../../local/faults/oracle/evidence.ts'
import { laws } from '../../local/faults/oracle/judge.ts'
import { disclosure } from '../../local/faults/oracle/laws/disclosure.ts'
import { durable } from '../../local/faults/oracle/laws/durable.ts'
import { dutyUntil } from '../../local/faults/oracle/laws/duty-until.ts'
import { explained } from '../../local/faults/oracle/laws/explained.ts'
import { fencing } from '../../local/faults/oracle/laws/fencing.ts'
import { inTime } from '../../local/faults/oracle/laws/in-time.ts'
import { late } from '../../local/faults/oracle/laws/late.ts'
import { nextAction } from '../../local/faults/oracle/laws/next-action.ts'
import { origin } from '../../local/faults/oracle/laws/origin.ts'
import { repeatable } from '../../local/faults/oracle/laws/repeatable.ts'
import { safety } from '../../local/faults/oracle/laws/safety.ts'
import { screens } from '../../local/faults/oracle/laws/screens.ts'
import { subscribers } from '../../local/faults/oracle/laws/subscribers.ts'
import { at, delivery, evidence, fact, file, told } from './given.ts'

const offered = { offerId: 'of_1', volunteerId: 'vol_1', chosenBy: 'match', channel: 'webhook' }
const ofVolunteer = { kind: 'volunteer', entityId: 'vol_1' }
/** A report, somebody on duty who is asked, his yes, a call, and the way home. */
const facts: Fact[] = [
  fact(1, 'volunteer.activated', {}, 'seed:1', ofVolunteer),
  fact(2, 'volunteer.duty_changed', { duty: 'on' }, 'wh:ptn_1:duty-1', ofVolunteer),
  fact(3, 'incident.reported', {}, 'api:usr_1:report'),
  fact(4, 'offer.created', { ...offered, expiresAt: at(90) }, 'match:1'),
  fact(5, 'offer.accepted', { ...offered, assignmentId: 'as_1' }, 'wh:ptn_1:yes-1'),
  fact(6, 'assignment.progressed', { assignmentId: 'as_1', state: 'en_route' }, 'wh:ptn_1:step-1'),
  fact(7, 'incident.cancelled', {}, 'api:usr_1:cancel'),
  fact(8, 'assignment.stood_down', { assignmentId: 'as_1' }, 'api:usr_1:cancel', { version: 7, index: 1 }),
]
const incident = file('inc_1', {
  number: 'KJ:1',
  status: 'cancelled',
  place: { lat: -10.1702, lng: 123.6268 },
})
const volunteer = file('vol_1', { duty: 'on', standing: 'active' })
const messages: Told[] = [
  told('duty', 'cepat|duty-1', { word: 'updated' }),
  told('report', 'api:usr_1:report', { status: 201, ref: { incidentId: 'inc_1' } }),
  told('accept', 'cepat|yes-1', { word: 'confirmed', ref: { assignmentId: 'as_1' } }, { offerId: 'of_1' }),
  told('progress', 'cepat|step-1', { word: 'applied' }, { state: 'en_route' }),
  told('order', 'api:usr_1:cancel', {}, { what: 'cancel' }),
  told('late', 'cepat|late-1', { word: 'already_past' }, { what: 'duty' }),
  told('forged', 'cepat|forged-1', { status: 401 }, { how: 'too old' }),
  told('other body', 'cepat|yes-1', { status: 422 }),
]
const kept = (_id: string, status: number, outcome?: string): ReceiptDoc => ({
  _id,
  digest: '',
  outcome: { status, body: outcome === undefined ? {} : { outcome } },
})
const receipts = [
  kept('user:usr_1:report', 201),
  kept('user:usr_1:cancel', 200),
  kept('partner:ptn_1|duty-1', 200, 'updated'),
  kept('partner:ptn_1|yes-1', 200, 'confirmed'),
  kept('partner:ptn_1|step-1', 200, 'applied'),
  kept('partner:ptn_1|late-1', 200, 'already_past'),
]
const heard = (type: string, data: Record<string, unknown>): Evidence['heard'][number] => ({
  at: 0, partner: 'cepat', id: `msg_${type}`, type, data,
}) // prettier-ignore
const asked = { incident: { code: 'KJ:1' }, place: { lat: -10.172, lng: 123.6268 } }
/** In the order of their keys. */
const digest = ({ state }: { state: Record<string, unknown> }): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)))))
    .digest('hex')
const screen: Evidence['screens'][number] = {
  role: 'operator',
  seq: 8,
  entities: { inc_1: [1, digest(incident)], vol_1: [1, digest(volunteer)] },
}

type Dump = Evidence['dump']
const whole = evidence(facts)
const dump: Dump = {
  ...whole.dump,
  incidents: [incident],
  volunteers: [volunteer],
  partners: [file('ptn_1', { ref: 'cepat' })],
  receipts,
  deliveries: [
    delivery('offer.created', 'of_1'),
    delivery('assignment.confirmed', 'as_1'),
    delivery('assignment.stood_down', 'as_1'),
  ],
  cursors: [
    { _id: 'relay:5371', seq: 8 },
    { _id: 'matched:5371', seq: 5 },
    { _id: 'wanted:5371', seq: 5 },
  ],
}
const good: Evidence = {
  ...whole,
  dump,
  told: new Map(messages.map((message) => [`${message.kind} ${message.op}`, message])),
  heard: [heard('offer.created', asked), heard('assignment.confirmed', {}), heard('assignment.stood_down', {})],
  screens: [screen],
  logs: { 'api-1.log': 'nothing' },
  secrets: ['rahasia', /\+62812\d{8,}/],
  now: 200_000,
} // prettier-ignore

const holding = (more: Partial<Dump>): Evidence => ({ ...good, dump: { ...dump, ...more } })
const withFacts = (...more: Fact[]): Evidence => holding({ facts: [...facts, ...more] })
const without = (opId: string): Evidence => holding({ facts: facts.filter((one) => one.opId !== opId) })
const hearing = (...more: Evidence['heard']): Evidence => ({ ...good, heard: [...good.heard, ...more] })
const telling = (message: Told, more: Partial<Dump> = {}): Evidence => ({
  ...holding(more),
  told: new Map([...good.told, [`${message.kind} ${message.op}`, message]]),
})
const showing = (entities: Evidence['screens'][number]['entities']): Evidence => ({
  ...good,
  screens: [{ ...screen, entities }],
})
const bringing = (type: string, more: Parameters<typeof delivery>[2]): Evidence =>
  holding({
    deliveries: [...dump.deliveries.filter((one) => one.type !== type), delivery(type, 'as_1', more)],
  })
const file1 = (state: string, due: string | null): Evidence =>
  holding({ incidents: [file('inc_1', { status: state }, due)] })
const twice = (op: string, second: Partial<Told['answers'][number]>): Evidence => {
  const message = messages.find((one) => one.op === op) ?? told('', op, {})
  const answers = [...message.answers, ...told('', op, second).answers]
  return telling({ ...message, answers })
}
const link = told('accept by link', 'tl:of_9:key', {}, { offerId: 'of_9' })
const linkKept = { ...kept('link:of_9|key', 200), outcome: { status: 200, body: { result: 'confirmed' } } }

const byWorker = { by: { kind: 'system', id: 'worker' } }
const duty = (s: number, data: Record<string, unknown>, more: Partial<Fact> = {}): Fact =>
  fact(s, 'volunteer.duty_changed', data, `op-${s}`, { ...ofVolunteer, ...more })
const hopeless = [
  fact(9, 'need.added', { needId: 'nd_1', skill: 'radio' }),
  fact(10, 'incident.dispatched', {}),
]
const stalled = (s: number, reasons: Record<string, number>): Fact =>
  fact(s, 'need.stalled', { needId: 'nd_1', considered: 3, reasons, remedies: ['drop'] })

/** Who accuses, by what law, in which words, of what. */
const breaches: readonly (readonly [LawOf, string, string, Evidence])[] = [
  [durable, 'I1', 'nobody reported the incident', without('api:usr_1:report')],
  [durable, 'I1', 'the incident is not there', holding({ incidents: [] })],
  [durable, 'I1', 'the task that was confirmed is not there', without('wh:ptn_1:yes-1')],
  [durable, 'I1', 'nothing was done (cancel)', without('api:usr_1:cancel')],
  [durable, 'I1', 'the step is not there', without('wh:ptn_1:step-1')],
  [durable, 'I1', 'the duty is not there', without('wh:ptn_1:duty-1')],
  [durable, 'I1', 'the no is not there', telling(told('decline', 'cepat|no-1', { word: 'declined' }))],
  [durable, 'I1', 'the no (expired) was not written', telling(told('accept', 'cepat|no-2', { word: 'expired' }))],
  [durable, 'I1', 'what was seen is not there', telling(told('observe', 'cepat|seen-1', {}))],
  [durable, 'I1', 'nobody is alarmed by the call', telling(told('sos', 'cepat|sos-1', { word: 'recorded' }))],
  [durable, 'I1', 'the answer was not kept', telling(link)],
  [durable, 'I1', 'the yes by link is not there', telling(link, { receipts: [...receipts, linkKept] })],
  [repeatable, 'I5', 'was answered', twice('cepat|yes-1', { word: 'already_filled' })],
  [repeatable, 'I5', 'no answer is kept', holding({ receipts: receipts.slice(1) })],
  [repeatable, 'I5', 'kept is 200 expired', holding({ receipts: [...receipts.filter(({ _id }) => !_id.endsWith('yes-1')), kept('partner:ptn_1|yes-1', 200, 'expired')] })],
  [repeatable, 'I5', 'had an effect 2 times', withFacts(fact(9, 'incident.noted', {}, 'wh:ptn_1:step-1'))],
  [repeatable, 'I5', 'was answered 409 terminal and did offer.accepted', twice('cepat|yes-1', { status: 409, word: 'terminal' })],
  [repeatable, 'I5', 'was answered 409 illegal_move and did incident.cancelled', twice('api:usr_1:cancel', { status: 409, word: 'illegal_move' })],
  [repeatable, 'I5', 'another body under this id was not refused', telling(told('other body', 'cepat|yes-1', { word: 'declined' }))],
  [fencing, 'I6', 'expired at', holding({ facts: facts.map((one) => one.type === 'offer.created' ? { ...one, data: { ...one.data, expiresAt: at(4) } } : one) })],
  [fencing, 'I6', 'offer.created after incident.cancelled', withFacts(fact(9, 'offer.created', { offerId: 'of_2' }))],
  [fencing, 'I6', 'offer.accepted after incident.cancelled', withFacts(fact(9, 'offer.accepted', { offerId: 'of_1' }))],
  [late, 'I4', 'was answered 200 updated', telling(told('late', 'cepat|late-1', { word: 'updated' }, { what: 'duty' }))],
  [late, 'I4', 'had an effect', withFacts(fact(9, 'volunteer.duty_changed', { duty: 'on' }, 'wh:ptn_1:late-1', ofVolunteer))],
  [subscribers, 'I7', 'the relay stands at 7 of 8', holding({ cursors: [{ _id: 'relay:5371', seq: 7 }] })],
  [subscribers, 'I9', 'matched to 0, wanted 5', holding({ cursors: dump.cursors.filter(({ _id }) => !_id.startsWith('matched')) })],
  [subscribers, 'I7', '1 facts have no place', holding({ volunteers: [{ ...volunteer, pending: [{ ...facts[0]!, id: 'fct_9' }] }] })],
  [subscribers, 'I7', 'was never written for the partner', holding({ deliveries: dump.deliveries.slice(0, 2) })],
  [subscribers, 'I7', 'offer.withdrawn was never written for the partner', withFacts(fact(9, 'offer.created', { ...offered, offerId: 'of_2' }, 'match:2'), fact(10, 'offer.withdrawn', { offerId: 'of_2', reason: 'filled' }, 'wh:ptn_1:yes-1'))],
  [subscribers, 'I7', 'offer.withdrawn was never written for the partner', withFacts(fact(9, 'offer.created', { ...offered, offerId: 'of_2' }, 'match:2'), fact(10, 'offer.expired', { offerId: 'of_2', reason: 'no_answer' }, 'due:2'))],
  [subscribers, 'I7', 'was never heard', { ...good, heard: good.heard.slice(0, 2) }],
  [subscribers, 'I7', 'assignment.confirmed is due, and nobody takes it up', bringing('assignment.confirmed', { state: 'pending', nextAt: at(184) })],
  [subscribers, 'I7', 'never tried again', bringing('assignment.confirmed', { state: 'pending', nextAt: null })],
  [subscribers, 'I5', 'with two meanings', hearing(heard('assignment.confirmed', { assignmentId: 'as_2' }))],
  [nextAction, 'I9', 'without a next action', file1('responding', null)],
  [nextAction, 'I9', 'overdue by 16 s', file1('dispatching', at(184))],
  [nextAction, 'I9', 'overdue by 16 s', file1('rejected', at(184))],
  [inTime, 'I9', 'too early', withFacts(fact(9, 'deadline.missed', { dueAt: at(10) }))],
  [dutyUntil, 'I9', 'duty was over 190 s before it ended', withFacts(duty(9, { duty: 'on', until: at(10) }))],
  [dutyUntil, 'I9', 'duty was over 16 s before it ended', withFacts(duty(9, { duty: 'on', until: at(100) }), duty(116, { duty: 'off' }, byWorker))],
  [dutyUntil, 'I9', 'duty ended before its time', withFacts(duty(9, { duty: 'on', until: at(100) }), duty(99, { duty: 'off' }, byWorker))],
  [explained, 'I9', 'nd_1 waited 190 s for a reason', withFacts(...hopeless)],
  [explained, 'I9', 'nd_1 waited 16 s for a reason', withFacts(...hopeless, stalled(26, { no_skill: 3 }))],
  [explained, 'I9', 'nd_1 waited 190 s for a reason', withFacts(...hopeless, stalled(11, {}))],
  [origin, 'I10', 'was believed: too old', telling(told('forged', 'cepat|forged-1', {}, { how: 'too old' }))],
  [origin, 'I10', 'was believed', withFacts(fact(9, 'offer.declined', {}, 'wh:ptn_1:forged-1'))],
  [origin, 'I10', 'not signed', { ...good, odd: ['not signed'] }],
  [origin, 'I11', 'was reached 2 times', { ...good, trapHits: 2 }],
  [disclosure, 'I12', 'tells rahasia', { ...good, logs: { Redis: 'a rahasia b' } }],
  [disclosure, 'I12', 'tells /', { ...good, logs: { 'worker-1.log': 'to +6281234567890' } }],
  [disclosure, 'I12', 'tells rahasia', hearing(heard('offer.created', { ...asked, note: 'rahasia' }))],
  [disclosure, 'I12', 'before a yes', hearing(heard('offer.created', { ...asked, place: incident.state['place'] }))],
  [disclosure, 'I12', 'that nobody knows', hearing(heard('offer.created', { ...asked, incident: { code: 'KJ:2' } }))],
  [disclosure, 'I13', 'does not say who did it', withFacts(fact(9, 'incident.noted', {}, ''))],
  [screens, 'I14', 'inc_2 is on the screen only', showing({ ...screen.entities, inc_2: [1, ''] })],
  [screens, 'I14', 'vol_1 is not on the screen', showing({ inc_1: [1, digest(incident)] })],
  [screens, 'I14', 'shows version 2, stored is 1', showing({ ...screen.entities, vol_1: [2, digest(volunteer)] })],
  [screens, 'I14', 'shows another state', showing({ ...screen.entities, vol_1: [1, 'another'] })],
  [safety, 'I15', 'asked vol_1, active, paused for 4000 ms', holding({ facts: [...facts.slice(0, 2), fact(3, 'volunteer.duty_changed', { duty: 'paused' }, 'x', ofVolunteer), fact(7, 'offer.created', offered)] })],
  [safety, 'I15', 'asked vol_9, pending', withFacts(fact(9, 'offer.created', { ...offered, volunteerId: 'vol_9' }))],
  [safety, 'I15', 'was called home, was not told', bringing('assignment.stood_down', { state: 'dead', createdAt: at(165) })],
] // prettier-ignore

it('no law accuses where everything is in order', () => {
  for (const law of laws) expect(law(good)).toEqual([])
})

it.each(breaches.map(([law, number, words, broken]) => [law.name, number, words, law, broken] as const))(
  '%s names a breach of %s: %s',
  (_name, number, words, law, broken) => {
    const found = law(broken).filter((fault) => fault.law === number && fault.what.includes(words))
    expect(found).not.toEqual([])
  },
)

it('duty until a moment that ended then, and a need that was explained at once, are in order', () => {
  const ended = [duty(9, { duty: 'on', until: at(100) }), duty(115, { duty: 'off' }, byWorker)]
  const saidAnew = [duty(9, { duty: 'on', until: at(100) }), duty(50, { duty: 'on' })]
  for (const facts of [ended, saidAnew]) expect(dutyUntil(withFacts(...facts))).toEqual([])
  expect(explained(withFacts(...hopeless, stalled(11, { no_skill: 3 })))).toEqual([])
  expect(explained(withFacts(...hopeless, fact(12, 'incident.cancelled', {})))).toEqual([])
  const wrong = { disturbed: [{ from: 10_000, until: 12_000 }] }
  expect(explained({ ...withFacts(...hopeless, stalled(27, { no_skill: 3 })), ...wrong })).toEqual([])
})

it('every law of the oracle has its breach here', () => {
  expect(laws.filter((law) => !breaches.some(([accuser]) => accuser === law))).toEqual([])
})

const lying = (s: number, more: Partial<Evidence> = {}) =>
  subscribers({ ...bringing('assignment.confirmed', { state: 'pending', nextAt: at(200 - s) }), ...more })
it('what is due may lie for 15 s, what the machine is granted, and as long as something was wrong', () => {
  expect(lying(15)).toEqual([])
  expect(lying(-60)).toEqual([])
  expect(lying(18, { slackMs: 3000 })).toEqual([])
  expect(lying(18, { disturbed: [{ from: 182_000, until: 185_000 }] })).toEqual([])
  expect(lying(19, { disturbed: [{ from: 181_000, until: 184_000 }] })).not.toEqual([])
})

it('whoever was called home and could not be told is no breach when somebody was alarmed', () => {
  const dead = bringing('assignment.stood_down', { state: 'dead', createdAt: at(165) })
  const alarm = fact(9, 'delivery.failed', { subject: 'as_1' })
  expect(safety({ ...dead, dump: { ...dead.dump, facts: [...facts, alarm] } })).toEqual([])
})
