import { audit } from '../../audit/audit.ts'
import type { Dump, Kind } from '../../audit/dump.ts'
import type { Evidence, Fault, LawOf, RawDump } from './evidence.ts'
import { disclosure } from './laws/disclosure.ts'
import { durable } from './laws/durable.ts'
import { dutyUntil } from './laws/duty-until.ts'
import { explained } from './laws/explained.ts'
import { fencing } from './laws/fencing.ts'
import { inTime } from './laws/in-time.ts'
import { late } from './laws/late.ts'
import { nextAction } from './laws/next-action.ts'
import { origin } from './laws/origin.ts'
import { repeatable } from './laws/repeatable.ts'
import { safety } from './laws/safety.ts'
import { screens } from './laws/screens.ts'
import { subscribers } from './laws/subscribers.ts'

/** All of them, beside those of the auditor. */
export const laws: readonly LawOf[] = [
  durable,
  repeatable,
  fencing,
  late,
  subscribers,
  nextAction,
  inTime,
  dutyUntil,
  explained,
  origin,
  disclosure,
  screens,
  safety,
]

const kept: Readonly<Record<string, keyof RawDump>> = {
  incident: 'incidents',
  volunteer: 'volunteers',
  partner: 'partners',
  user: 'users',
  zone: 'zones',
  policy: 'policies',
}

/** The dump in the shape that the auditor reads; he folds it with code of his own. */
const forAudit = (dump: RawDump): Dump => {
  // Shifts and procedures, which the crowd never touches, are not in the dump.
  const files = (kind: Kind): RawDump['incidents'] => {
    const name = kept[kind]
    return name === undefined ? [] : (dump[name] as RawDump['incidents'])
  }
  return {
    agencyIds: async () => [...new Set(dump.facts.map(({ agencyId }) => agencyId))],
    facts: (agencyId) =>
      (async function* () {
        for (const fact of dump.facts) if (fact.agencyId === agencyId) yield fact
      })(),
    files: async (kind) => files(kind),
    file: async (kind, id) => files(kind).find(({ _id }) => _id === id) ?? null,
    claims: async () => dump.claims,
    claim: async (person) => dump.claims.find(({ _id }) => _id === person) ?? null,
    receipts: async () => dump.receipts.filter(({ outcome }) => outcome !== null),
    close: async () => undefined,
  }
}

/** Laws that hold wherever only the apis run: nobody follows the ledger, and there are no screens. */
export const apiLaws: readonly LawOf[] = [durable, repeatable, fencing]

/** Every breach of every law that the evidence shows. The system is at rest. */
export const judge = async (evidence: Evidence, asked: readonly LawOf[] = laws): Promise<Fault[]> => {
  const { faults } = await audit(forAudit(evidence.dump), evidence.anchors, Infinity)
  return [...faults, ...asked.flatMap((law) => law(evidence))]
}
