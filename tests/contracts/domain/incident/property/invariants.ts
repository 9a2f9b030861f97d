import { nextDueOf, duesOf } from '#contracts/domain/incident/due.ts'
import { hasEnded, incidentMoves, isAsking, stepOf } from '#contracts/domain/incident/moves.ts'
import {
  awaitsCallback,
  endedOffers,
  hasTeamOut,
  isActive,
  isLive,
  needOf,
  openSlots,
  teamOf,
} from '#contracts/domain/incident/read.ts'
import type { Assignment, Incident } from '#contracts/domain/incident/state.ts'
import { assignmentStates } from '#contracts/domain/incident/words.ts'
import type { AssignmentStep, NeedStatus } from '#contracts/domain/incident/words.ts'
import { defaultSla } from '#contracts/domain/sla.ts'
import type { Moment } from './game.ts'

type Invariant = (moment: Moment) => boolean
const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length
const isStep = (state: string): state is AssignmentStep => assignmentStates.some((step) => step === state)

const needMoves: Record<NeedStatus, readonly NeedStatus[]> = {
  open: ['asking', 'stalled', 'filled'],
  asking: ['filled', 'stalled'],
  stalled: ['asking', 'filled'],
  filled: ['asking'],
}

const onlyForward = (before: Assignment, now: Assignment | undefined): boolean => {
  if (now === undefined) return false
  if (now.state === before.state) return true
  if (!isActive(before)) return false
  return !isStep(now.state) || (isStep(before.state) && stepOf(now.state) > stepOf(before.state))
}

const alarmsOf = (state: Incident, what: string): string[] =>
  state.alarms.filter((alarm) => alarm.what === what).map(({ subject }) => subject)

/** What is true after each command, whatever came before. */
export const invariants: Record<string, Invariant> = {
  'the incident makes only moves of the table': ({ before, after }) =>
    before.status === after.status || incidentMoves[before.status].includes(after.status),
  'a refusal changes nothing': ({ before, after, refused }) => refused === null || before === after,
  'no need has more people than slots, unless all of them have finished': ({ after }) =>
    after.needs.every(
      (need) => teamOf(after, need.id).length <= need.quantity || !teamOf(after, need.id).some(isActive),
    ),
  'one holder for each slot of a need': ({ after }) =>
    after.needs.every((need) => distinct(teamOf(after, need.id).map(({ slot }) => String(slot)))),
  'who is out is out for a need that exists': ({ after }) =>
    after.assignments.every((a) => !isActive(a) || needOf(after, a.needId) !== undefined),
  'nobody is bound twice in an incident': ({ after }) =>
    distinct([...after.offers, ...after.assignments.filter(isActive)].map(({ volunteerId }) => volunteerId)),
  'a live offer has an open slot, and the incident asks': ({ after }) =>
    after.offers.every((offer) => {
      const need = needOf(after, offer.needId)
      return isAsking(after.status) && need !== undefined && openSlots(after, need) > 0
    }),
  // After the end a need tells how it stood when everybody was called home.
  'a need of an open incident is filled exactly when nobody is missing': ({ after }) =>
    hasEnded(after.status) ||
    after.needs.every((need) => (need.status === 'filled') === (openSlots(after, need) === 0)),
  'a need makes only legal moves': ({ before, after }) =>
    after.needs.every((need) => {
      const was = needOf(before, need.id)?.status ?? need.status
      return was === need.status || needMoves[was].includes(need.status) || passes(was, need.status)
    }),
  'a stalled need of an asking incident is an alarm, and no other is': ({ after }) =>
    String(alarmsOf(after, 'stalled').sort()) ===
    String(
      after.needs
        .filter((need) => isAsking(after.status) && need.status === 'stalled')
        .map(({ id }) => id)
        .sort(),
    ),
  'assignments move forward and leave once': ({ before, after }) =>
    before.assignments.every((was) =>
      onlyForward(
        was,
        after.assignments.find(({ id }) => id === was.id),
      ),
    ),
  'an open incident has a next due, an ended one only for a promised call that is no alarm yet': ({
    after,
  }) =>
    (nextDueOf(after, defaultSla) === null) ===
    (hasEnded(after.status) && (!awaitsCallback(after) || alarmsOf(after, 'deadline').includes(after.id))),
  'an ended incident has no live offers and nobody out': ({ after }) =>
    !hasEnded(after.status) || (after.offers.length === 0 && !hasTeamOut(after)),
  'only an incident that asks has a next wave': ({ after }) =>
    isAsking(after.status) || after.nextWaveAt === null,
  'an ended offer stays as it ended': ({ before, after }) =>
    before.asked.every((was) => {
      const now = after.asked.find(({ offerId }) => offerId === was.offerId)
      return was.ended === null || (now?.ended === was.ended && now.endedAt === was.endedAt)
    }),
  'an offer is open exactly while its memory says so': ({ after }) =>
    String(after.offers.map(({ id }) => id)) ===
    String(after.asked.filter(({ ended }) => ended === null).map(({ offerId }) => offerId)),
  'the facts name exactly the offers whose people are free again': ({ before, after, facts }) => {
    const ended = endedOffers(after, facts)
    const freed = before.asked.filter(({ offerId }) => isLive(before, offerId) && !isLive(after, offerId))
    return freed.every(({ offerId }) => ended.includes(offerId)) && !ended.some((id) => isLive(after, id))
  },
  'the tally counts every end': ({ after }) =>
    Object.values(after.tally).reduce((sum, count) => sum + count, 0) ===
    after.asked.filter(({ ended }) => ended !== null).length,
  'the versions of the asking only rise': ({ before, after }) =>
    after.search >= before.search && after.wave >= before.wave,
  'spares are few and free': ({ after }) =>
    after.standby.length <= 5 && distinct(after.standby) && after.standby.every((id) => isFree(after, id)),
  'when time has done its work, only a wave is overdue': ({ name, after, now }) =>
    name !== 'tick' || duesOf(after, defaultSla).every((due) => due.what === 'wave' || due.at > now),
}

/** One write may make two moves of a need: filled → asking → filled, or open → asking → filled. */
const passes = (from: NeedStatus, to: NeedStatus): boolean =>
  needMoves[from].some((between) => needMoves[between].includes(to))

const isFree = (state: Incident, volunteerId: string): boolean =>
  ![...state.offers, ...state.assignments.filter(isActive)].some((bound) => bound.volunteerId === volunteerId)
