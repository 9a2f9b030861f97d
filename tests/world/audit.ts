import type { Connection } from 'mongoose'
import { evolveIncident } from '#contracts/domain/incident/evolve.ts'
import { evolvePartner } from '#contracts/domain/partner/partner.ts'
import { evolvePolicy } from '#contracts/domain/policy/policy.ts'
import { evolveProcedure } from '#contracts/domain/procedure/procedure.ts'
import { evolveUser } from '#contracts/domain/user/user.ts'
import { evolveVolunteer } from '#contracts/domain/volunteer/state.ts'
import { evolveShift } from '#contracts/domain/shift/shift.ts'
import { evolveZone } from '#contracts/domain/zone/zone.ts'
import { bindingFaults } from './audit-bindings.ts'
import { groupBy } from './group-by.ts'
import { followChain } from '../../local/audit/chain.ts'
import { sortedJson } from '../../local/audit/sorted-json.ts'

type Row = Record<string, unknown> & { _id: string }

const folds: Record<string, (state: unknown, fact: Row) => unknown> = {
  incident: (state, fact) => evolveIncident(state as never, fact as never, birthOf(fact)),
  volunteer: (state, fact) => evolveVolunteer(state as never, fact as never, birthOf(fact)),
  partner: (state, fact) => evolvePartner(state as never, fact as never, birthOf(fact)),
  user: (state, fact) => evolveUser(state as never, fact as never, birthOf(fact)),
  policy: (state, fact) => evolvePolicy(state as never, fact as never, birthOf(fact)),
  procedure: (state, fact) => evolveProcedure(state as never, fact as never, birthOf(fact)),
  shift: (state, fact) => evolveShift(state as never, fact as never, birthOf(fact)),
  zone: (state, fact) => evolveZone(state as never, fact as never, birthOf(fact)),
}
const birthOf = (fact: Row) => ({ id: String(fact['entityId']), agencyId: String(fact['agencyId']) })

const read = async (connection: Connection, collection: string): Promise<Row[]> =>
  (await connection.collection(collection).find({}).toArray()) as never

/** Seq without a gap and a chain that verifies, with the hashing of the auditor. */
export const chainFaults = (facts: readonly Row[]): string[] => {
  const faults: string[] = []
  const chain = followChain('ledger', [], ({ subject, what }) => faults.push(`${subject} ${what}`))
  for (const fact of [...facts].sort((a, b) => Number(a['seq']) - Number(b['seq']))) chain.step(fact as never)
  return faults
}

const stateFaults = async (connection: Connection, facts: readonly Row[]): Promise<string[]> => {
  const byEntity = groupBy(facts, (fact) => String(fact['entityId']))
  const faults: string[] = []
  for (const [kind, collection] of [
    ['incident', 'incidents'],
    ['volunteer', 'volunteers'],
    ['partner', 'partners'],
    ['user', 'users'],
    ['zone', 'zones'],
    ['shift', 'shifts'],
    ['policy', 'policies'],
    ['procedure', 'procedures'],
  ] as const)
    for (const doc of await read(connection, collection)) {
      const pending = doc['pending'] as unknown[]
      if (pending.length > 0) faults.push(`${doc._id}: ${pending.length} facts have no place yet`)
      const own = [...(byEntity.get(doc._id) ?? [])].sort(
        (a, b) => Number(a['version']) - Number(b['version']) || Number(a['index']) - Number(b['index']),
      )
      const folded = own.reduce<unknown>((state, fact) => folds[kind]?.(state, fact) ?? null, null)
      if (sortedJson(folded) !== sortedJson(doc['state']))
        faults.push(`${doc._id}: the facts do not fold to the stored state`)
      const seqs = own.map((fact) => Number(fact['seq']))
      if (seqs.some((seq, i) => i > 0 && seq < (seqs[i - 1] ?? 0)))
        faults.push(`${doc._id}: facts out of order`)
    }
  return faults
}

/** Everything that must hold when all is quiet (reliability, invariants): returns one line for each fault. */
export const audit = async (connection: Connection): Promise<{ facts: number; faults: string[] }> => {
  const facts = await read(connection, 'facts')
  const agencies = groupBy(facts, (fact) => String(fact['agencyId']))
  const faults = [
    ...[...agencies.values()].flatMap(chainFaults),
    ...(await stateFaults(connection, facts)),
    ...(await bindingFaults(connection)),
  ]
  return { facts: facts.length, faults }
}
