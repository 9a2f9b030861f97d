import type { Proposal } from '#contracts/domain/partner/partner.ts'
import { countingSecrets } from '#contracts/domain/partner/secrets.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Filed } from '#contracts/store/documents.ts'
import { pingOf } from '#contracts/store/ping.ts'
import type { PartnerView } from '#contracts/wire/routes/partner-views.ts'
import type { Caller } from '../../caller.ts'
import type { Context } from '../../context.ts'

const proposalView = async (
  context: Context,
  { _id, agencyId }: Filed<'partner'>,
  proposal: Proposal | null | undefined,
): Promise<PartnerView['proposal']> => {
  if (!proposal) return null
  const { url, at, checkedAt, by, pingId } = proposal
  const [names, wantsSecond, ping] = await Promise.all([
    context.credentials.names([by.id]),
    context.userQueries.hasAdminBesides(agencyId, by.id),
    context.deliveries.read(pingOf(_id, pingId)),
  ])
  return {
    url,
    state: checkedAt === null ? 'proposed' : 'checked',
    by: { id: by.id, name: names.get(by.id) ?? null },
    at,
    checkedAt,
    wantsSecond,
    ping: ping && {
      state: ping.state,
      attempts: ping.attempts.map((attempt) => ({
        at: attempt.at,
        status: attempt.status,
        error: attempt.error,
        tookMs: attempt.tookMs,
      })),
    },
  }
}

/** A partner as the desk shows him. */
const viewOf = async (context: Context, doc: Filed<'partner'>): Promise<PartnerView> => {
  const { _id: id, version, state } = doc
  const now = context.clock.now().toISOString()
  const counting = (['in', 'out'] as const).flatMap((direction) => countingSecrets(state, direction, now))
  const reasonId = state.statusReason ?? null
  const [madeAt, proposal, texts] = await Promise.all([
    context.secrets.madeAt(state.secrets.map(({ secretId }) => secretId)),
    proposalView(context, doc, state.proposal),
    context.store.texts.read(reasonId === null ? [] : [reasonId]),
  ])
  return {
    id,
    version,
    ref: state.ref,
    name: state.name,
    sandbox: state.sandbox,
    status: state.status,
    statusReason: reasonId === null ? null : (texts[reasonId] ?? null),
    url: state.url,
    proposal,
    secrets: counting.map(({ secretId, direction, until = null }) => ({
      secretId,
      direction,
      until,
      createdAt: madeAt.get(secretId) ?? null,
    })),
    createdAt: state.createdAt,
    changedAt: state.changedAt,
  }
}

/** @throws Refusal `not_found` also for another agency's */
export const partnerDoc = async (
  context: Context,
  agencyId: string,
  id: string,
): Promise<Filed<'partner'>> => {
  const doc = await context.store.ledger.load('partner', id)
  if (doc === null || doc.agencyId !== agencyId) throw new Refusal('not_found')
  return doc
}

/** @throws Refusal `not_found` */
export const partnerView = async (context: Context, agencyId: string, id: string): Promise<PartnerView> =>
  viewOf(context, await partnerDoc(context, agencyId, id))

/** All partners of the agency; an engineer of a partner sees his own. */
export const listPartners = async (
  context: Context,
  { agencyId, role, partnerId }: Caller,
): Promise<{ partners: PartnerView[] }> => {
  const docs = await context.partnerLog.partners(agencyId)
  const own = role === 'partner_admin' ? docs.filter(({ _id }) => _id === partnerId) : docs
  return { partners: await Promise.all(own.map((doc) => viewOf(context, doc))) }
}
