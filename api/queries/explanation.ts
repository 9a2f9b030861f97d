import type { PlacedFact } from '#contracts/domain/fact.ts'
import { incidentFacts } from '#contracts/domain/incident/facts.ts'
import { openSlots } from '#contracts/domain/incident/read.ts'
import type { Incident, Need, Offer } from '#contracts/domain/incident/state.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { createRounds } from '#contracts/store/rounds.ts'
import { whySentence } from '#contracts/wire/labels/why.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'
import { mayHear } from '../live/audience.ts'
import type { Answer } from '../route-types.ts'

type Explanation = Answer<Routes['readExplanation']>
type Explained = Explanation['needs'][number]
type IdsByReason = Record<string, string[]>

const offerExplained = (offer: Offer, withPlaces: boolean): Explanation['offers'][number] => {
  const { id: offerId, needId, volunteerId, createdAt: at, chosenBy, why } = offer
  const position = withPlaces ? offer.position : null
  const sentence = { id: whySentence(offer, 'id'), en: whySentence(offer, 'en') }
  return { offerId, needId, volunteerId, at, chosenBy, why, position, sentence }
}

/** What the latest wave, or the latest look at a stalled need, told of each need. */
export const wavesOf = (facts: readonly PlacedFact[]): Map<string, NonNullable<Explained['wave']>> => {
  const waves = new Map<string, NonNullable<Explained['wave']>>()
  for (const { type, at, data } of facts) {
    if (type === 'need.stall_explained') {
      const { needId, remedies: _remedies, ...looked } = incidentFacts[type].parse(data)
      waves.set(needId, { at, solver: 'exact', ...looked })
    }
    if (type !== 'wave.opened') continue
    const told = incidentFacts[type].parse(data)
    const { wave, policyVersion, roundId = null, needs = [], solver = 'exact' } = told
    for (const { needId, ...looked } of needs)
      waves.set(needId, { at, wave, policyVersion, roundId, solver, ...looked })
  }
  return waves
}

/** Of a need that has some of its people: the latest wave tells what would help with the slots above those asked. */
export const unfilledOf = (
  incident: Incident,
  need: Need,
  wave: Pick<NonNullable<Explained['wave']>, 'remedies'> | null,
): Explained['unfilled'] => {
  const slots = openSlots(incident, need)
  if (slots === 0) return null
  const asked = incident.offers.filter(({ needId }) => needId === need.id).length
  if (need.stalled) return { slots, why: 'nobody_left', asked, remedies: need.stalled.remedies }
  if (need.status === 'open') return { slots, why: 'not_searched', asked, remedies: [] }
  const remedies = asked < slots ? (wave?.remedies ?? []) : []
  return { slots, why: remedies.length > 0 ? 'nobody_left' : 'waiting', asked, remedies }
}

/** Some are kept away by their papers whatever the need, others for this need only: one reason, all of them. */
export const joined = (one: IdsByReason, other: IdsByReason = {}): IdsByReason =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((reason) => [
      reason,
      [...(one[reason] ?? []), ...(other[reason] ?? [])],
    ]),
  )

/** By need id, from the rounds that are still kept. */
const notAskedBy = async (
  context: Context,
  waves: ReturnType<typeof wavesOf>,
): Promise<Map<string, IdsByReason>> => {
  const rounds = createRounds(context.store.models)
  const byNeed = new Map<string, IdsByReason>()
  for (const [needId, { roundId }] of waves) {
    const kept = roundId === null ? null : await rounds.read(roundId)
    const notAsked = JSON.parse(kept?.notAsked ?? 'null') as {
      anyway: IdsByReason
      byNeed: Record<string, IdsByReason>
    } | null
    if (notAsked !== null) byNeed.set(needId, joined(notAsked.anyway, notAsked.byNeed[needId]))
  }
  return byNeed
}

/** Why these volunteers, why not others, and what would help. @throws Refusal `not_found` */
export const readExplanation = async (context: Context, caller: Caller, id: string): Promise<Explanation> => {
  const doc = await context.store.ledger.load('incident', id)
  if (doc === null || doc.agencyId !== caller.agencyId) throw new Refusal('not_found')
  const incident = doc.state
  const waves = wavesOf(await context.store.cursors.of(id))
  const mayLookAtPeople = mayHear(caller, 'volunteer')
  const notAsked = mayLookAtPeople ? await notAskedBy(context, waves) : new Map<string, IdsByReason>()
  return {
    version: doc.version,
    offers: incident.offers.map((offer) => offerExplained(offer, mayLookAtPeople)),
    needs: incident.needs.map((need) => {
      const wave = waves.get(need.id) ?? null
      return {
        needId: need.id,
        status: need.status,
        slots: { wanted: need.quantity, filled: need.quantity - openSlots(incident, need) },
        wave,
        unfilled: unfilledOf(incident, need, wave),
        notAsked: notAsked.get(need.id) ?? null,
      }
    }),
  }
}
