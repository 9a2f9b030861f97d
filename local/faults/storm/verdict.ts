import type { Evidence, Fault } from '../oracle/evidence.ts'
import type { Race } from './given.ts'

/** What one contender was told; null: no definite answer came. */
export interface Told {
  offerId: string
  status: number | null
  word: string
}
export interface Run {
  race: Race
  told: Told[]
}

const losing = new Set(['standby', 'already_filled', 'withdrawn'])

/** By needs, what the ledger says: how many were accepted. */
export const acceptedByNeed = ({ dump }: Pick<Evidence, 'dump'>): Map<string, number> => {
  const needOf = new Map<string, string>()
  const accepted = new Map<string, number>()
  for (const { type, data } of dump.facts) {
    if (type === 'offer.created') needOf.set(String(data['offerId']), String(data['needId']))
    if (type !== 'offer.accepted') continue
    const needId = needOf.get(String(data['offerId'])) ?? ''
    accepted.set(needId, (accepted.get(needId) ?? 0) + 1)
  }
  return accepted
}

/** Exactly one winner for each slot, in the answers and in the ledger, and a definite answer for every loser. */
export const verdict = (runs: readonly Run[], accepted: ReadonlyMap<string, number>): Fault[] =>
  runs.flatMap(({ race: { needId, contenders }, told }): Fault[] => {
    const fault = (law: 'I2' | 'I5' | 'I1', what: string): Fault => ({ law, subject: needId, what })
    const winners = told.filter(({ word }) => word === 'confirmed').length
    const losers = told.filter(({ status, word }) => status === 200 && losing.has(word)).length
    const [inLedger, unclear] = [accepted.get(needId) ?? 0, contenders.length - winners - losers]
    return [
      ...(winners === 1 ? [] : [fault('I2', `${winners} were told that the slot is theirs`)]),
      ...(inLedger === 1 ? [] : [fault('I2', `was given ${inLedger} times`)]),
      ...(unclear === 0
        ? []
        : [fault('I5', `${unclear} of ${contenders.length} were told neither yes nor no`)]),
    ]
  })
