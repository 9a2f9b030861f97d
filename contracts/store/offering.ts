import mongoose from 'mongoose'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Clock } from '#contracts/runtime/clock.ts'
import type { Ids } from '#contracts/runtime/ids.ts'
import type { Claims } from './claims.ts'
import type { Claim, Filed } from './documents.ts'
import type { Incidents } from './incidents.ts'
import type { Models } from './models.ts'
import { isUnanswered, NotSaved } from './errors.ts'
import type { Change, Ledger, Op } from './ledger.ts'

/** One person to be bound: an offer of a wave, or an engagement by hand. */
export interface Candidature {
  volunteerId: string
  personKey: string
}
export interface Won extends Candidature {
  /** Fresh for each attempt, never reused. */
  offerId: string
}

export interface OfferingOptions {
  models: Models
  ledger: Ledger
  claims: Claims
  incidents: Incidents
  clock: Clock
  ids: Ids
  /** Counts what only happens sometimes. */
  count: (what: 'claim_lost' | 'wave_retried' | 'person_changed' | 'looked_again') => void
  /** Called when people are bound and nothing is written yet: where recovery tests stop the process. */
  atPoint?: (point: 'claimed') => Promise<void>
}

const ATTEMPTS = 6
/** Who was on duty longer ago than this is looked at again, so many times at most: a slow line must not end every round. */
const FRESH_MS = 1000
const LOOKS = 3

/**
 * Writes that bind people, exactly as the claims protocol says: read the file at version b, insert the claims on b,
 * write on b; when that write is lost or unknown, never write with these claims again: free each and begin anew.
 */
export const createOffering = (options: OfferingOptions) => {
  const { models, ledger, claims, incidents, clock, ids, count, atPoint } = options
  /**
   * All at once, each by itself. Rejects when all have been answered, none of them is under way any more, and nobody is left
   * bound: also whoever's answer was lost may have been.
   */
  const claimAll = async (doc: Filed<'incident'>, people: readonly Candidature[]): Promise<Won[]> => {
    const tried = people.map(({ volunteerId, personKey }) => ({
      volunteerId,
      personKey,
      offerId: ids.next('of'),
    }))
    const answers = await Promise.allSettled(
      tried.map(({ volunteerId, personKey, offerId }) =>
        claims.take({ ...claimOf(doc, offerId), _id: personKey, volunteerId }),
      ),
    )
    if (answers.some(({ status }) => status === 'rejected')) await freeAll(doc, tried)
    return tried.filter((_, i) => {
      const answer = answers[i]
      if (answer?.status === 'rejected') throw answer.reason
      if (answer?.value !== true) count('claim_lost')
      return answer?.value === true
    })
  }

  const claimOf = (doc: Filed<'incident'>, offerId: string) => ({
    agencyId: doc.agencyId,
    incidentId: doc._id,
    offerId,
    base: doc.version,
    at: clock.now().toISOString(),
  })

  /**
   * Of those bound, the ones who are another person by now (`holds`), have left or are not on duty any more: a round takes a
   * while from reading to writing, and much longer in a process that stood still. Read after the claims were taken.
   */
  const changedAmong = async (won: readonly Won[]): Promise<Won[]> => {
    if (won.length === 0) return []
    const found = await models.volunteer
      .find({ _id: mongoose.trusted({ $in: won.map(({ volunteerId }) => volunteerId) }) })
      .select({ 'state.personKey': 1, 'state.standing': 1, 'state.duty': 1 })
      .lean<{ _id: string; state: Pick<Volunteer, 'personKey' | 'standing' | 'duty'> }[]>()
      .exec()
    const present = new Map(found.map(({ _id, state }) => [_id, state]))
    const changed = won.filter(({ volunteerId, personKey }) => {
      const now = present.get(volunteerId)
      if (now === undefined) return false
      return now.personKey !== personKey || now.standing !== 'active' || now.duty !== 'on'
    })
    for (const _ of changed) count('person_changed')
    return changed
  }

  /** The same, looked at a moment ago: a process that stood still while the answer lay there looks again. */
  const changedLately = async (won: readonly Won[]): Promise<Won[]> => {
    for (let look = 1; ; look += 1) {
      const begunAt = clock.now().getTime()
      const changed = await changedAmong(won)
      if (look === LOOKS || clock.now().getTime() - begunAt <= FRESH_MS) return changed
      count('looked_again')
    }
  }

  const freeAll = async (doc: Filed<'incident'>, won: readonly Won[]): Promise<void> => {
    for (const { offerId, personKey, volunteerId } of won) {
      const claim: Claim = { ...claimOf(doc, offerId), _id: personKey, volunteerId }
      await claims.free(claim)
    }
  }

  const once = async (
    id: string,
    op: Op,
    people: (state: Incident, now: Instant) => readonly Candidature[],
    decide: (state: Incident, won: readonly Won[], now: Instant) => IncidentFactBody[],
  ): Promise<Change<'incident'> | 'lost'> => {
    const doc = await ledger.load('incident', id)
    if (doc === null || doc.agencyId !== op.agencyId) throw new Refusal('not_found')
    const done = await ledger.done('incident', id, op.opId)
    if (done !== null) {
      const { state, version } = (await ledger.load('incident', id)) ?? doc
      return { state, version, facts: done, repeated: true }
    }
    const now = clock.now().toISOString()
    let won: Won[] = []
    try {
      won = await claimAll(doc, people(doc.state, now))
      if (won.length > 0) await atPoint?.('claimed')
      const changed = await changedLately(won)
      const present = won.filter((one) => !changed.includes(one))
      const bodies = decide(doc.state, present, now)
      if (bodies.length === 0) {
        await freeAll(doc, won)
        return { state: doc.state, version: doc.version, facts: [], repeated: false }
      }
      const change = await ledger.attempt('incident', doc, op, bodies)
      if (change !== 'lost') {
        await freeAll(doc, changed)
        return change
      }
    } catch (error) {
      await freeAll(doc, won)
      // What is refused, or wrong in itself, is no better another time.
      if (!isUnanswered(error)) throw error
      // An unknown result: `free` has settled whether it was written; the next round finds the op or begins anew.
      return 'lost'
    }
    await freeAll(doc, won)
    return 'lost'
  }

  /**
   * Binds `people` and writes what `decide` makes of those who were free. `decide` gets the state that the claims rest on
   * and must name every offer id it was given. Rejects with whatever `decide` throws, what MongoDB
   * refuses in words, or `NotSaved`.
   */
  return async (
    id: string,
    op: Op,
    people: (state: Incident, now: Instant) => readonly Candidature[],
    decide: (state: Incident, won: readonly Won[], now: Instant) => IncidentFactBody[],
  ): Promise<Change<'incident'>> => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const change = await once(id, op, people, decide)
      if (change !== 'lost') {
        incidents.freeEnded(id, change)
        return change
      }
      count('wave_retried')
    }
    throw new NotSaved('too many others were changing the same incident')
  }
}
export type Offering = ReturnType<typeof createOffering>
