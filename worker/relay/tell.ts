import type { PlacedFact } from '#contracts/domain/fact.ts'
import { offerOf } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { slaOf } from '#contracts/domain/sla.ts'
import { refOf } from '#contracts/domain/volunteer/state.ts'
import { createAgencies } from '#contracts/store/agencies.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import type { WorkerContext } from '../context.ts'
import { addresseeOf, deliveryOf, type Scene, subjectsOf, type Told } from '../delivery/create.ts'
import { smsOf } from '../delivery/sms/create.ts'

/** Reads each thing once, however many ask for it. */
const once = <T>(read: (id: string) => Promise<T>): ((id: string) => Promise<T>) => {
  const known = new Map<string, Promise<T>>()
  return (id) => {
    const held = known.get(id) ?? read(id)
    known.set(id, held)
    return held
  }
}

/** The refs of these volunteers with their partners. */
const refsOf = async (ctx: WorkerContext, volunteerIds: readonly string[]): Promise<Scene['refOf']> => {
  const docs = await Promise.all(volunteerIds.map((id) => ctx.store.ledger.load('volunteer', id)))
  const refs = new Map(docs.flatMap((doc) => (doc === null ? [] : [[doc._id, refOf(doc.state)] as const])))
  return (id) => refs.get(id)
}

/** What people wrote: where it is, and what the fact tells of. */
const writtenIn = async (
  ctx: WorkerContext,
  { addressTextId }: Incident,
  { data: { textId } }: PlacedFact,
): Promise<Pick<Scene, 'address' | 'text'>> => {
  const [address, text] = [addressTextId, typeof textId === 'string' ? textId : null]
  const texts = await ctx.store.texts.read([address, text].filter((id) => id !== null))
  const bodyOf = (id: string | null) => (id === null ? null : (texts[id] ?? null))
  return { address: bodyOf(address), text: bodyOf(text) }
}

/** Five digits for an offer that may have to be answered over the phone; before any message that tells them. */
const giveCode = async (
  { answerCodes }: WorkerContext,
  { type }: Told,
  subject: string,
  incident: Incident,
): Promise<void> => {
  const offer = type === 'offer.created' ? offerOf(incident, subject) : undefined
  if (offer?.channel !== 'link') return
  const { agencyId } = incident
  await answerCodes.give({ agencyId, offerId: offer.id, expiresAt: offer.expiresAt })
}

/** Writes the messages that a fact of an incident leads to; safe to do again. Returns those that are new. */
export type Tell = (fact: PlacedFact, told: Told) => Promise<Delivery[]>

/** For one batch of facts: a wave of offers tells of one and the same incident. */
export const createTell = (ctx: WorkerContext): Tell => {
  const incidentOf = once(async (id) => (await ctx.store.ledger.load('incident', id))?.state)
  const agencyOf = once(createAgencies(ctx.store.models).read)

  return async (fact, told) => {
    const [incident, agency] = await Promise.all([incidentOf(fact.entityId), agencyOf(fact.agencyId)])
    if (incident === undefined || agency === null)
      throw new Error(`fact ${fact.id} tells of an incident or an agency that is not there`)
    const subjects = subjectsOf(told, incident)
    const volunteers = subjects.flatMap((subject) => addresseeOf(incident, subject)?.volunteerId ?? [])
    const [refOf, written] = await Promise.all([refsOf(ctx, volunteers), writtenIn(ctx, incident, fact)])
    const { checkinS } = slaOf(incident, ctx.store.sla)
    const scene: Scene = { incident, agency, ...written, checkinS, refOf }

    const added: Delivery[] = []
    for (const subject of subjects) {
      await giveCode(ctx, told, subject, incident)
      const messages = [
        deliveryOf(fact, told, subject, scene),
        ctx.sms === null ? null : smsOf(fact, told, subject, scene),
      ]
      for (const delivery of messages)
        if (delivery !== null && (await ctx.deliveries.add(delivery))) added.push(delivery)
    }
    return added
  }
}
