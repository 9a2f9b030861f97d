import {
  accept,
  askedOf,
  decline,
  refuseLate,
  roomForLate,
  undeliverable,
} from '#contracts/domain/incident/commands/answer.ts'
import {
  acknowledge,
  fail,
  progress,
  raiseSos,
  release,
} from '#contracts/domain/incident/commands/assignment.ts'
import { finishCallback, planCallback, showPhone } from '#contracts/domain/incident/commands/caller.ts'
import {
  addEvidence,
  answerCheckin,
  requestCheckin,
  sendMessage,
} from '#contracts/domain/incident/commands/contact.ts'
import { addPhoto } from '#contracts/domain/incident/commands/photo.ts'
import { correct } from '#contracts/domain/incident/commands/correct.ts'
import { Impact } from '#contracts/domain/incident/impact.ts'
import { recordImpact } from '#contracts/domain/incident/commands/impact.ts'
import { engage } from '#contracts/domain/incident/commands/engage.ts'
import { cancel, close, control, resume, standDown } from '#contracts/domain/incident/commands/finish.ts'
import {
  markDuplicate,
  refer,
  reject,
  undoDuplicate,
  verify,
} from '#contracts/domain/incident/commands/gate.ts'
import { explainStall } from '#contracts/domain/incident/commands/explain-stall.ts'
import { dropNeed, setNeeds } from '#contracts/domain/incident/commands/needs.ts'
import { acknowledgeAlarm, deliveryFailed, note, trc } from '#contracts/domain/incident/commands/notes.ts'
import { askAgain, dispatch, widen } from '#contracts/domain/incident/commands/search.ts'
import { tick } from '#contracts/domain/incident/commands/tick.ts'
import { openWave } from '#contracts/domain/incident/commands/wave.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { assignmentStates } from '#contracts/domain/incident/words.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { noWords } from '../../../../world/no-damage.ts'
import { defaultSla } from '#contracts/domain/sla.ts'
import { severities, vehicles } from '#contracts/domain/words.ts'
import { byHand, toAsk, waveTo, waveToNobody } from '../asks.ts'
import { need } from '../story.ts'
import { answerer, bearer, fresh, needId, pick, volunteer, type Turn } from './chance.ts'

type Attempt = (state: Incident, turn: Turn) => IncidentFactBody[]

const wave: Attempt = (state, turn) => {
  const { dice, now } = turn
  const people = [0, 1, 2].slice(0, 1 + (dice(0) % 3)).map((index) => volunteer(dice(1) + index))
  const offers = people.map((volunteerId, index) => ({
    ...toAsk(volunteerId, needId(dice(2) + (dice(3) % 2) * index)),
    offerId: `o${turn.serial}-${index}`,
    expiresAt: plusSeconds(now, 180),
  }))
  const nextWaveAt = dice(3) % 4 === 0 ? null : plusSeconds(now, 45)
  return openWave(state, { ...waveTo(), offers, ring: dice(3) % 3, nextWaveAt })
}

/** As the round does it: what stalls is told, and what is stalled still is told anew. */
const nobody: Attempt = (state, { dice, now }) => {
  const reasons: Record<string, number> = dice(1) % 2 === 0 ? { off_duty: 9 } : { resting: 9 }
  const looked = { wanted: 1, ring: 3, chance: null, policyVersion: 'default-1', roundId: 'rnd_1' }
  const still = state.needs.flatMap(({ id, stalled }) =>
    stalled === null ? [] : [{ ...looked, needId: id, considered: 9, reasons, remedies: ['widen'] }],
  )
  const stalls = openWave(state, waveToNobody(needId(dice(0))))
  return [...stalls, ...explainStall(state, still, plusSeconds(now, dice(2)))]
}

/** A yes as the use case treats it: in time, or late with a slot still free, or refused for ever. */
const yes: Attempt = (state, turn) => {
  const who = answerer(state, turn)
  const offer = state.offers.find(({ id }) => id === who.offerId)
  if (offer !== undefined && offer.expiresAt >= turn.now)
    return accept(state, who, { assignmentId: `a${turn.serial}`, etaS: turn.dice(3) % 900 }, turn.now)
  const asked = askedOf(state, who)
  const room = roomForLate(state, asked)
  if (room === null || offer !== undefined) return refuseLate(state, who)
  const late = { ...fresh(turn), needId: room.id, chosenBy: 'late_answer', reason: null } as const
  return engage(state, byHand(asked.volunteerId, late), turn.now)
}

const hand: Attempt = (state, turn) => {
  const { dice } = turn
  const out = pick(state.assignments, dice(2), state.assignments[0])
  const replaces = dice(0) % 2 === 0 ? (out?.id ?? null) : null
  const needed = replaces === null ? needId(dice(1)) : (out?.needId ?? 'n1')
  return engage(state, byHand(volunteer(dice(3)), { ...fresh(turn), needId: needed, replaces }), turn.now)
}

const needs: Attempt = (state, { dice }) => {
  const wanted = need(needId(dice(0)), 1 + (dice(1) % 3), {
    vehicle: dice(2) % 3 === 0 ? pick(vehicles, dice(3), 'car') : 'any',
  })
  const team = state.assignments.filter((a) => a.needId === wanted.needId).map(({ id }) => id)
  return setNeeds(state, { needs: [wanted], standDown: dice(3) % 2 === 0 ? team.slice(-1) : team })
}

/** One of the things that are done with a telephone. */
const calls: Attempt = (state, { now, dice }) => {
  if (dice(2) % 3 === 0) return planCallback(state, { at: plusSeconds(now, dice(1) * 60) })
  if (dice(2) % 3 === 1) return finishCallback(state, { note: null })
  const volunteerId = dice(0) % 3 === 0 ? null : volunteer(dice(1))
  return showPhone(state, { volunteerId, reason: 'koordinasi', textId: null, digest: null }, now)
}

const nothing = { note: null }
export const attempts = {
  verify: (state) => verify(state, nothing),
  reject: (state) => reject(state, { reason: 'palsu', note: null }),
  markDuplicate: (state) => markDuplicate(state, { of: 'inc_2', ofIsDuplicate: false, hasDuplicates: false }),
  undoDuplicate,
  refer: (state) => refer(state, { to: 'sar', note: null }),
  dispatch,
  control: (state) => control(state, nothing),
  resume: (state) => resume(state, nothing),
  close: (state) => close(state, nothing),
  cancel: (state) => cancel(state, { reason: null }),
  wave,
  nobody,
  yes,
  no: (state, turn) => decline(state, answerer(state, turn), 'too_far'),
  undeliverable: (state, turn) => undeliverable(state, answerer(state, turn).offerId),
  hand,
  tick: (state, { now }) => tick(state, defaultSla, now),
  askAgain,
  widen: (state) => widen(state, 3),
  needs,
  dropNeed: (state, { dice }) => dropNeed(state, { needId: needId(dice(0)), reason: null }),
  progress: (state, turn) =>
    progress(state, bearer(state, turn), {
      state: pick(assignmentStates, turn.dice(3), 'en_route'),
      at: turn.now,
      point: null,
    }),
  release: (state, turn) => release(state, bearer(state, turn), null),
  fail: (state, turn) => fail(state, bearer(state, turn), null),
  standDown: (state, turn) => standDown(state, { assignmentIds: [bearer(state, turn).assignmentId] }),
  acknowledge: (state, turn) =>
    acknowledge(state, bearer(state, turn), {
      what: turn.dice(0) % 2 === 0 ? 'confirmed' : 'stood_down',
      how: turn.dice(3) % 2 === 0 ? 'delivered' : 'read',
    }),
  raiseSos: (state, turn) => raiseSos(state, bearer(state, turn), null),
  deliveryFailed: (state, turn) => {
    const { assignmentId: subject, ...person } = bearer(state, turn)
    return deliveryFailed(state, { what: 'stand_down', subject, ...person })
  },
  acknowledgeAlarm: (state, { dice }) =>
    acknowledgeAlarm(state, { alarm: pick(state.alarms, dice(0), state.alarms[0])?.id ?? 'none' }),
  correct: (state, { dice }) => correct(state, { severity: pick(severities, dice(0), 'sedang') }),
  trc: (state, { now, dice }) => trc(state, { step: dice(0) % 2 === 0 ? 'departed' : 'arrived', at: now }),
  sendMessage: (state, { serial }) =>
    sendMessage(state, { assignmentIds: null, textId: `txt_${serial}`, digest: 'd' }),
  requestCheckin: (state, { serial }) =>
    requestCheckin(state, { assignmentIds: null, idOf: (id) => `c${serial}-${id}` }),
  answerCheckin: (state, turn) => answerCheckin(state, bearer(state, turn), { point: null, text: null }),
  addEvidence: (state, turn) =>
    addEvidence(state, bearer(state, turn), { kind: 'photo', photoId: `pho_${turn.serial}`, digest: 'd' }),
  addPhoto: (state, { serial }) => addPhoto(state, { photoId: `pho_s${serial}`, digest: 'd' }),
  recordImpact: (state, { dice }) => {
    const known = (i: number): number | null => (dice(i % 4) % 5 === 4 ? null : dice(i % 4) % 50)
    const counts = Object.fromEntries(Object.keys(Impact.shape).map((what, i) => [what, known(i)]))
    return recordImpact(state, { ...Impact.parse(counts), ...noWords })
  },
  calls,
  note: (state, { serial }) => note(state, { textId: `txt_${serial}`, digest: 'd', about: 'note' }),
} satisfies Record<string, Attempt>

export type AttemptName = keyof typeof attempts
