import { createAgencies } from '#contracts/store/agencies.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { witaHour } from '#contracts/domain/wita.ts'
import { bandOf } from '#contracts/domain/volunteer/answers.ts'
import { createRefusals } from '#contracts/store/refusals.ts'
import { createZones, statesOf } from '#contracts/store/zones.ts'
import type { WorkerContext } from '../context.ts'
import { learnedHabits } from '../matching/habits.ts'
import type { Candidate, RoundInput } from '../matching/types.ts'
import { sickOf, toPing } from './sick.ts'
import { candidateOf, recordsOf } from './candidates.ts'
import { needsOpen, openIncident } from './incidents.ts'
import { readWhereabouts } from './whereabouts.ts'

/** A partner is silent when of the messages of the last minutes this many died and none arrived. */
const SILENT = { forS: 120, dead: 3 }

/** A round's input, and by which channel each volunteer is reached. */
export interface RoundRead {
  input: RoundInput
  channels: ReadonlyMap<string, 'webhook' | 'link'>
  /** Partners whose endpoint is sick and to be tried again. */
  toPing: readonly string[]
}

/** Reads everything that a round of an agency needs; null when no slot is open. */
export const readRound = async (ctx: WorkerContext, agencyId: string): Promise<RoundRead | null> => {
  const { roster, asking } = ctx
  const incidents = (await asking.ofAgency(agencyId)).filter((state) => needsOpen(state).length > 0)
  if (incidents.length === 0) return null
  const agency = await createAgencies(ctx.store.models).read(agencyId)
  if (agency === null) throw new Error(`agency ${agencyId} has incidents and no reference data`)

  const policy = await ctx.policyOf(agencyId)
  const now = ctx.clock.now()
  const at = now.toISOString()
  await ctx.answers.catchUp(agencyId)
  const [volunteers, partners, bound, service, answers, whereabouts, refusals, dying, endpoints, zones] =
    await Promise.all([
      roster.volunteers(agencyId),
      roster.partners(agencyId),
      roster.bound(),
      roster.service(agencyId, at),
      ctx.answers.ofAgency(agencyId),
      readWhereabouts(ctx, agency),
      createRefusals(ctx.store.models).since(agencyId, plusSeconds(at, -policy.coolDownS)),
      ctx.deliveries.silentPartners(agencyId, plusSeconds(at, -SILENT.forS), SILENT.dead),
      ctx.endpoints.ofAgency(agencyId),
      createZones(ctx.store.models).open(agencyId, at),
    ])
  const records = recordsOf(volunteers)
  const silent = new Set([...dying, ...sickOf(partners, endpoints, at)])
  const people = { volunteers, records, partners, bound, service, answers, whereabouts, refusals, silent }
  const candidates = volunteers
    .map((volunteer) => candidateOf(volunteer, people, now, policy))
    .filter((candidate): candidate is Candidate => candidate !== null)
  const sandboxes = [...partners.values()].flatMap(({ id, sandbox }) => (sandbox ? [id] : []))
  const invented = await roster.idsOf(sandboxes)
  const habitsOf = (isDrill: boolean) => {
    const own = [...answers].flatMap(([id, record]) => (invented.has(id) === isDrill ? [record] : []))
    return learnedHabits(own, bandOf(witaHour(at)), policy)
  }
  const open = incidents.map((state) => openIncident(state, at, policy, statesOf(zones)))
  return {
    input: {
      now,
      policy,
      habits: habitsOf(false),
      drillHabits: habitsOf(true),
      incidents: open,
      candidates,
    },
    channels: new Map(volunteers.map(({ id, channel }) => [id, channel])),
    toPing: toPing(partners, endpoints, at),
  }
}
