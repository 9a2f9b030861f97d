import { z } from 'zod'
import type { Actor, Birth, BodiesOf, Happened } from '../fact.ts'
import { Instant } from '../instant.ts'
import { Refusal } from '../refusal.ts'

/** Every fact of a partner. Secrets lie sealed in a collection of their own; facts know only their ids. */
export const partnerFacts = {
  'partner.created': z.object({ ref: z.string(), name: z.string(), sandbox: z.boolean() }),
  /** `pingId`: the message that the new URL has to answer before it counts. */
  'partner.endpoint_proposed': z.object({ url: z.string(), pingId: z.string() }),
  'partner.endpoint_checked': z.object({ url: z.string(), pingId: z.string() }),
  'partner.endpoint_dropped': z.object({ url: z.string() }),
  'partner.endpoint_set': z.object({ url: z.string().nullable() }),
  'partner.secret_added': z.object({ secretId: z.string(), direction: z.enum(['in', 'out']) }),
  'partner.secret_retired': z.object({ secretId: z.string(), direction: z.enum(['in', 'out']) }),
  /** The old one of two counts until a moment, and then no longer, without anybody doing anything. */
  'partner.secret_retiring': z.object({
    secretId: z.string(),
    direction: z.enum(['in', 'out']),
    until: Instant,
  }),
  /** Somebody wants a message that was given up to be tried once more; `reason` is the id of a text. */
  'partner.replay_ordered': z.object({ deliveryId: z.string(), reason: z.string() }),
  /** Somebody has seen that a message was given up, and lets it rest. */
  'partner.letter_set_aside': z.object({ deliveryId: z.string() }),
  'partner.disabled': z.object({ reason: z.string() }),
  'partner.enabled': z.object({ reason: z.string().optional() }),
} as const
export type PartnerFactBody = BodiesOf<typeof partnerFacts>
export type PartnerFact = Happened<PartnerFactBody>

/** A URL that is not the partner's yet: it must answer a signed ping, and with two administrators be approved. */
export interface Proposal {
  url: string
  pingId: string
  by: Actor
  at: Instant
  checkedAt: Instant | null
}

export interface Partner {
  id: string
  agencyId: string
  ref: string
  name: string
  /** Sandbox partners have synthetic volunteers and alone take part in drills. */
  sandbox: boolean
  url: string | null
  proposal?: Proposal | null
  status: 'enabled' | 'disabled'
  /** Id of the text that says why he was disabled or enabled last. */
  statusReason?: string | null
  /** Active secrets, two at most for each direction while rotating; with `until` one counts before that moment only. */
  secrets: { secretId: string; direction: 'in' | 'out'; until?: Instant }[]
  createdAt: Instant
  changedAt: Instant
}

const isKnown = (type: string): type is PartnerFact['type'] => Object.hasOwn(partnerFacts, type)

/** Folds one fact into a partner. Total: unknown facts change nothing. */
export const evolvePartner = (state: Partner | null, fact: PartnerFact, birth: Birth): Partner | null => {
  if (!isKnown(fact.type)) return state
  if (fact.type === 'partner.created')
    return {
      ...birth,
      ...fact.data,
      url: null,
      status: 'enabled',
      secrets: [],
      createdAt: fact.at,
      changedAt: fact.at,
    }
  return state === null ? null : { ...step(state, fact), changedAt: fact.at }
}

const step = (state: Partner, fact: Exclude<PartnerFact, { type: 'partner.created' }>): Partner => {
  switch (fact.type) {
    case 'partner.endpoint_proposed':
      return { ...state, proposal: { ...fact.data, by: fact.by, at: fact.at, checkedAt: null } }
    case 'partner.endpoint_checked':
      return checked(state, fact.data.pingId, fact.at)
    case 'partner.endpoint_dropped':
      return { ...state, proposal: null }
    case 'partner.endpoint_set':
      return settled(state, fact.data.url)
    case 'partner.secret_added':
      return { ...state, secrets: [...state.secrets.filter((held) => !isSame(held, fact.data)), fact.data] }
    case 'partner.secret_retired':
      return { ...state, secrets: state.secrets.filter((held) => !isSame(held, fact.data)) }
    case 'partner.secret_retiring':
      return { ...state, secrets: state.secrets.map((held) => (isSame(held, fact.data) ? fact.data : held)) }
    case 'partner.replay_ordered':
    case 'partner.letter_set_aside':
      return state
    case 'partner.disabled':
      return { ...state, status: 'disabled', statusReason: fact.data.reason }
    case 'partner.enabled':
      return { ...state, status: 'enabled', statusReason: fact.data.reason ?? null }
    default:
      fact satisfies never
      return state
  }
}

const isSame = (a: { secretId: string }, b: { secretId: string }): boolean => a.secretId === b.secretId

const checked = (state: Partner, pingId: string, at: Instant): Partner =>
  state.proposal?.pingId === pingId ? { ...state, proposal: { ...state.proposal, checkedAt: at } } : state

/** A proposal of this very URL is fulfilled; another one stands. */
const settled = (state: Partner, url: string | null): Partner =>
  state.proposal && state.proposal.url === url ? { ...state, url, proposal: null } : { ...state, url }

/** @throws Refusal `already_done` */
export const createPartner = (
  state: Partner | null,
  input: { ref: string; name: string; sandbox: boolean },
): PartnerFactBody[] => {
  if (state !== null) throw new Refusal('already_done')
  return [{ type: 'partner.created', data: input }]
}

/** @throws Refusal `nothing_to_change` */
export const setEndpoint = (state: Partner, url: string | null): PartnerFactBody[] => {
  if (state.url === url) throw new Refusal('nothing_to_change')
  return [{ type: 'partner.endpoint_set', data: { url } }]
}

/** Adds a secret; the oldest of three goes, so that two are active while rotating. For the desk see `secrets`. */
export const addSecret = (
  state: Partner,
  input: { secretId: string; direction: 'in' | 'out' },
): PartnerFactBody[] => {
  const active = state.secrets.filter(({ direction }) => direction === input.direction)
  const retired = active
    .slice(0, Math.max(0, active.length - 1))
    .map(({ secretId, direction }): PartnerFactBody => ({
      type: 'partner.secret_retired',
      data: { secretId, direction },
    }))
  return [...retired, { type: 'partner.secret_added', data: input }]
}

/** @throws Refusal `already_done` */
export const setPartnerStatus = (
  state: Partner,
  status: Partner['status'],
  reason: string,
): PartnerFactBody[] => {
  if (state.status === status) throw new Refusal('already_done')
  return [
    status === 'enabled'
      ? { type: 'partner.enabled', data: { reason } }
      : { type: 'partner.disabled', data: { reason } },
  ]
}
