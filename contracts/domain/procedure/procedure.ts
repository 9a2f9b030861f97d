import { z } from 'zod'
import { Difference } from '../difference.ts'
import type { Actor, Birth, BodiesOf, Happened } from '../fact.ts'
import type { Instant } from '../instant.ts'
import { firstProcedure } from './defaults.ts'
import { ProcedureSettings } from './settings.ts'

const TextRef = z.object({ textId: z.string(), digest: z.string() })

/** Every fact of an agency's procedure. The first one holds all of it, so that later defaults change nothing of it. */
export const procedureFacts = {
  'procedure.adopted': z.object({ number: z.int().positive(), settings: ProcedureSettings }),
  /** Fields are named `sla.verifyS`, `needs.banjir`. */
  'procedure.changed': z.object({
    number: z.int().positive(),
    differences: z.array(Difference).min(1),
    reason: TextRef,
  }),
} as const
export type ProcedureFactBody = BodiesOf<typeof procedureFacts>
export type ProcedureFact = Happened<ProcedureFactBody>

/** An agency's deadlines and needs templates at present. `number` rises by one with every change. */
export interface Procedure {
  id: string
  agencyId: string
  number: number
  settings: ProcedureSettings
  changedAt: Instant
  changedBy: Actor
}

/** The number that the procedure has which every agency begins with. */
export const FIRST_NUMBER = 1

export const procedureIdOf = (agencyId: string): string => `prc_${agencyId}`

/** What an agency goes by: its own, else what every agency begins with. */
export const procedureOf = (state: Pick<Procedure, 'settings'> | null): ProcedureSettings =>
  state === null
    ? firstProcedure
    : {
        sla: { ...firstProcedure.sla, ...state.settings.sla },
        needs: { ...firstProcedure.needs, ...state.settings.needs },
      }

const withDifference = (settings: ProcedureSettings, { field, to }: Difference): ProcedureSettings => {
  const [part, name] = field.split('.')
  if ((part !== 'sla' && part !== 'needs') || name === undefined) return settings
  return { ...settings, [part]: { ...settings[part], [name]: to } }
}

const isKnown = (type: string): type is ProcedureFact['type'] => Object.hasOwn(procedureFacts, type)

/** Folds one fact into a procedure. Total: unknown facts and fields change nothing. */
export const evolveProcedure = (
  state: Procedure | null,
  fact: ProcedureFact,
  birth: Birth,
): Procedure | null => {
  if (!isKnown(fact.type)) return state
  const changed = { number: fact.data.number, changedAt: fact.at, changedBy: fact.by }
  if (fact.type === 'procedure.adopted') return { ...birth, ...changed, settings: fact.data.settings }
  if (state === null) return null
  return { ...state, ...changed, settings: fact.data.differences.reduce(withDifference, state.settings) }
}
