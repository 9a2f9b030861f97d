import type { Instant } from '../instant.ts'
import { Refusal } from '../refusal.ts'
import type { Duty, VolunteerFactBody, VolunteerFactOf } from './facts.ts'
import { missingAgreements, newlyAgreed, type Agreed } from './agreements.ts'
import { nextDutyEnd, type Volunteer } from './state.ts'

/** All moves of a volunteer's standing. */
export const standingMoves = {
  pending: ['active', 'suspended', 'withdrawn'],
  active: ['suspended', 'withdrawn'],
  suspended: ['active', 'withdrawn'],
  withdrawn: [],
} as const satisfies Record<Volunteer['standing'], readonly Volunteer['standing'][]>

/** All moves of duty: a pause interrupts duty, so it needs a duty that was on. */
export const dutyMoves = {
  off: ['on'],
  on: ['paused', 'off'],
  paused: ['on', 'off'],
} as const satisfies Record<Duty, readonly Duty[]>

const mustMove = (state: Volunteer, to: Volunteer['standing']): void => {
  const moves: readonly string[] = standingMoves[state.standing]
  if (!moves.includes(to)) throw new Refusal('illegal_move', { from: state.standing, to })
}

/** @throws Refusal `already_registered` */
export const register = (
  state: Volunteer | null,
  input: VolunteerFactOf<'volunteer.registered'>['data'],
): VolunteerFactBody[] => {
  if (state !== null) throw new Refusal('already_registered')
  return [{ type: 'volunteer.registered', data: input }]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

type Update = VolunteerFactOf<'volunteer.updated'>['data']

/** What of this differs from what is known. */
export const differing = (state: Volunteer, input: Update): Update => {
  const present: Readonly<Record<string, unknown>> = { ...state }
  return Object.fromEntries(
    Object.entries(input).filter(
      ([key, value]) => value !== undefined && value !== false && !same(present[key], value),
    ),
  )
}

/** Changes what is known of him. @throws Refusal `person_busy` when the person would change while bound, `nothing_to_change` */
export const update = (state: Volunteer, input: Update, bound: boolean): VolunteerFactBody[] => {
  if (state.standing === 'withdrawn') throw new Refusal('illegal_move', { from: 'withdrawn' })
  const data = differing(state, input)
  if (Object.keys(data).length === 0) throw new Refusal('nothing_to_change')
  if (data.personKey !== undefined && bound) throw new Refusal('person_busy')
  return [{ type: 'volunteer.updated', data }]
}

/**
 * On, paused or off duty, where, and until when. Nothing happens when nothing changes. @throws Refusal `suspended` unless
 * active, `illegal_move`
 */
export const setDuty = (
  state: Volunteer,
  input: { duty: Duty; declaredArea: string | null; until?: Instant | null; saidAt?: Instant },
): VolunteerFactBody[] => {
  if (input.duty !== 'off' && state.standing !== 'active')
    throw new Refusal('suspended', { standing: state.standing })
  const { duty, declaredArea, until = null, saidAt } = input
  const isSame = state.duty === duty && state.declaredArea === declaredArea
  if (isSame && (state.dutyUntil ?? null) === until) return []
  const moves: readonly Duty[] = dutyMoves[state.duty]
  if (state.duty !== input.duty && !moves.includes(input.duty))
    throw new Refusal('illegal_move', { from: state.duty, to: input.duty })
  const data = {
    duty,
    declaredArea,
    ...(until !== null && { until }),
    ...(saidAt !== undefined && { saidAt }),
  }
  return [{ type: 'volunteer.duty_changed', data }]
}

/** His duty was until a moment, which has come; no facts otherwise. */
export const endDuty = (state: Volunteer, now: Instant): VolunteerFactBody[] => {
  const end = nextDutyEnd(state)
  return end === null || end > now ? [] : setDuty(state, { duty: 'off', declaredArea: state.declaredArea })
}

/**
 * Admits him, recording what he agrees to with it. @throws Refusal `illegal_move`; `no_agreement` with what is missing
 */
export const activate = (state: Volunteer, agreed: readonly Agreed[] = []): VolunteerFactBody[] => {
  if (state.standing !== 'pending') throw new Refusal('illegal_move', { from: state.standing, to: 'active' })
  const missing = missingAgreements(state).filter((kind) => agreed.every(({ to }) => to !== kind))
  if (missing.length > 0) throw new Refusal('no_agreement', { missing })
  return [...newlyAgreed(state, agreed), { type: 'volunteer.activated', data: {} }]
}

/** No more offers for him, and the text that says why; what he is doing now he may finish. @throws Refusal `illegal_move` */
export const suspend = (state: Volunteer, input: { reason: string }): VolunteerFactBody[] => {
  mustMove(state, 'suspended')
  return [{ type: 'volunteer.suspended', data: input }]
}

/** @throws Refusal `illegal_move` */
export const reinstate = (state: Volunteer): VolunteerFactBody[] => {
  if (state.standing !== 'suspended')
    throw new Refusal('illegal_move', { from: state.standing, to: 'active' })
  return [{ type: 'volunteer.reinstated', data: {} }]
}

/** @throws Refusal `illegal_move`, `person_busy` */
export const withdrawVolunteer = (state: Volunteer, bound: boolean): VolunteerFactBody[] => {
  mustMove(state, 'withdrawn')
  if (bound) throw new Refusal('person_busy')
  return [{ type: 'volunteer.withdrawn', data: {} }]
}

/**
 * Somebody wants his number, which the screens show masked. `anybody`: he keeps the registry. The others see it of those
 * who are on duty, bound, or call for help. @throws Refusal `not_taking_part`; `illegal_move` of somebody who has left
 */
export const showVolunteerPhone = (
  state: Volunteer,
  input: VolunteerFactOf<'volunteer.phone_shown'>['data'],
  { anybody, bound }: { anybody: boolean; bound: boolean },
): VolunteerFactBody[] => {
  if (state.standing === 'withdrawn') throw new Refusal('illegal_move', { from: 'withdrawn' })
  if (!anybody && !bound && state.duty === 'off' && state.sosAt === null) throw new Refusal('not_taking_part')
  return [{ type: 'volunteer.phone_shown', data: input }]
}

/** A call for help outside a task. */
export const raiseVolunteerSos = (
  _: Volunteer,
  input: VolunteerFactOf<'volunteer.sos'>['data'],
): VolunteerFactBody[] => [{ type: 'volunteer.sos', data: input }]

/** @throws Refusal `unknown_alarm` */
export const acknowledgeVolunteerSos = (state: Volunteer): VolunteerFactBody[] => {
  if (state.sosAt === null) throw new Refusal('unknown_alarm')
  return [{ type: 'volunteer.sos_acknowledged', data: {} }]
}
