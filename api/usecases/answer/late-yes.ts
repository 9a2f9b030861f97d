import { setTimeout as rest } from 'node:timers/promises'
import { type Against, askedOf, refuseLate, roomForLate } from '#contracts/domain/incident/commands/answer.ts'
import { engage } from '#contracts/domain/incident/commands/engage.ts'
import { tick } from '#contracts/domain/incident/commands/tick.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import { holdsSlot, isActive, isLive, offerOf } from '#contracts/domain/incident/read.ts'
import type { Asked, Incident, Need } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { policyIdOf, policyOf } from '#contracts/domain/policy/policy.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { rulesAgainst } from '#contracts/domain/volunteer/rules.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { derivedId } from '#contracts/runtime/ids.ts'
import { NotSaved } from '#contracts/store/errors.ts'
import type { Op } from '#contracts/store/ledger.ts'
import { restMs } from '#contracts/store/rest.ts'
import type { Store } from '#contracts/store/store.ts'
import { recordsOfPerson } from '../../queries/person-records.ts'
import type { Yes } from './accept-offer.ts'
import { acceptanceOf, type Acceptance } from './acceptance.ts'
import { barredByZones, whereAsked } from './danger.ts'
import { mayBeSent, suits } from './fit.ts'
import { readIncident } from './find.ts'

/**
 * A yes to an offer that is over. Where he holds the place already he is confirmed again. Where there is still room he
 * is engaged on a new offer, bound by a claim like everybody else. Otherwise the no is written, before it is said.
 * @throws Refusal `terminal` after his own no or when he has left the task
 */
export const lateYes = async (store: Store, incidentId: string, op: Op, yes: Yes): Promise<Acceptance> => {
  const state = await readIncident(store, incidentId, op.agencyId)
  const asked = askedOf(state, yes)
  const held = heldPlace(state, asked)
  if (held !== null) return held
  await freeFromOldOffer(store, state, op, yes)
  const volunteer = (await store.ledger.load('volunteer', yes.volunteerId))?.state
  const against = volunteer === undefined ? nothing : await whatKeepsHim(store, state, yes, volunteer)
  const engaged = volunteer && (await engageLate(store, state, op, yes, volunteer, against))
  return engaged ?? (await refuse(store, incidentId, op, yes, against))
}

/** His place by this very offer, or the one he is out for on the same need by another yes; null when his yes is open. */
const heldPlace = (state: Incident, { offerId, needId, volunteerId, ended }: Asked): Acceptance | null => {
  const held = state.assignments.find((a) =>
    a.offerId === offerId
      ? holdsSlot(a)
      : a.volunteerId === volunteerId && a.needId === needId && isActive(a),
  )
  if (held !== undefined) return { outcome: 'confirmed', offerId: held.offerId, assignmentId: held.id }
  if (ended === 'accepted' || ended === 'declined') throw new Refusal('terminal', { offerId, ended })
  return null
}

/**
 * The old offer binds its person until it has ended in the file, its ending has a place in the ledger and its claim is
 * gone: only then can a new offer bind him. An overdue offer that nobody has ended yet ends here, under an op of its own,
 * since time brings that about and not his answer.
 */
const freeFromOldOffer = async (store: Store, state: Incident, op: Op, { offerId }: Yes): Promise<void> => {
  if (offerOf(state, offerId) !== undefined) {
    const expiry: Op = { ...op, opId: `${op.opId}.expire`, by: { kind: 'system', id: 'expiry' } }
    const change = await store.incidents.change(state.id, expiry, (present, now) =>
      tick(present, store.sla, now).filter((fact) => isExpiryOf(fact, offerId)),
    )
    // Another run may have accepted it in time by its own clock: then the claim holds, and the op says what to answer.
    if (isLive(change.state, offerId)) return
  }
  await store.claims.end(state.id, [offerId])
}

const isExpiryOf = (fact: IncidentFactBody, offerId: string): boolean =>
  fact.type === 'offer.expired' && fact.data.offerId === offerId

const ATTEMPTS = 10

type KeptFrom = (state: Incident, now: Instant) => Against
const nothing: KeptFrom = () => []

/** Danger zones and rules that a round would not ask him against any more. Whether he has rested he knows himself. */
const whatKeepsHim = async (
  store: Store,
  { id, agencyId }: Incident,
  yes: Yes,
  volunteer: Volunteer,
): Promise<KeptFrom> => {
  const [isBarred, from, records, policy] = await Promise.all([
    barredByZones(store, agencyId, volunteer.id),
    whereAsked(store, id, yes.offerId),
    recordsOfPerson(store.models, volunteer),
    store.ledger.load('policy', policyIdOf(agencyId)).then((doc) => policyOf(doc?.state ?? null)),
  ])
  return (state, now) => {
    const need = roomForLate(state, askedOf(state, yes))
    if (need === null) return []
    const rules = rulesAgainst(volunteer, need.task, now, policy, { records, lastTaskAt: null })
    return isBarred(state, from, now) ? [...rules, 'danger_zone'] : rules
  }
}

/** Null when there is no room for him, when a danger zone or a rule keeps him from it by now, or when he is bound elsewhere. */
const engageLate = async (
  store: Store,
  before: Incident,
  op: Op,
  yes: Yes,
  volunteer: Volunteer,
  against: KeptFrom,
): Promise<Acceptance | null> => {
  if (!mayBeSent(volunteer)) return null
  const { id: volunteerId, personKey, partnerId } = volunteer
  const roomIn = (state: Incident, now: Instant): Need | null => {
    if (against(state, now).length > 0) return null
    const asked = askedOf(state, yes)
    // His own answer may have come in between; and while the old offer is open, it is that one he answers.
    if (asked.ended !== 'expired' && asked.ended !== 'withdrawn') return null
    const need = roomForLate(state, asked)
    return need !== null && suits(volunteer, need) ? need : null
  }
  const candidates = (state: Incident, now: Instant) =>
    roomIn(state, now) === null ? [] : [{ volunteerId, personKey }]
  let hasRoom = true
  const attempt = () =>
    store.offer(before.id, op, candidates, (state, [won], now) => {
      const need = roomIn(state, now)
      hasRoom = need !== null
      if (won === undefined || need === null) return []
      const engagement = {
        offerId: won.offerId,
        assignmentId: derivedId('as', won.offerId),
        needId: need.id,
        volunteerId,
        partnerId,
        channel: askedOf(state, yes).channel,
        etaS: yes.etaS,
        why: null,
        position: null,
        chosenBy: 'late_answer' as const,
        replaces: null,
        reason: null,
      }
      return engage(state, engagement, now)
    })
  for (let tries = 0; tries < ATTEMPTS; tries += 1) {
    const { facts, state } = await attempt()
    if (facts.length > 0) return acceptanceOf(facts)
    if (!hasRoom) return null
    if (!(await mayTryAgain(store, state, personKey, tries))) return null
  }
  throw new NotSaved('he is being engaged by another answer of his own')
}

/**
 * Whether he was not free only because another yes of his own to the same incident is being written: that yes may lose
 * its write to ours, and a no would then stand beside its confirmation. Waits a little; frees what stays in the way.
 */
const mayTryAgain = async (
  store: Store,
  state: Incident,
  personKey: string,
  tries: number,
): Promise<boolean> => {
  const claim = await store.claims.boundOf(personKey)
  if (claim === null) return true
  if (claim.incidentId !== state.id || isLive(state, claim.offerId)) return false
  await rest(restMs(tries))
  if (tries >= ATTEMPTS / 2) await store.claims.free(claim)
  return true
}

/** Writes the no, so that it stays a no; unless he has come to a place by another yes in between. */
const refuse = async (
  store: Store,
  incidentId: string,
  op: Op,
  yes: Yes,
  against: KeptFrom,
): Promise<Acceptance> => {
  const { facts, state } = await store.incidents.change(incidentId, op, (present, now) =>
    heldPlace(present, askedOf(present, yes)) === null ? refuseLate(present, yes, against(present, now)) : [],
  )
  const held = facts.length === 0 ? heldPlace(state, askedOf(state, yes)) : null
  return held ?? acceptanceOf(facts)
}
