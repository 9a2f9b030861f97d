import { readFileSync } from 'node:fs'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { type MatchPolicy, PolicySettings } from '#contracts/domain/policy/settings.ts'
import { travelS } from '#contracts/domain/whereabouts/travel.ts'
import { frameOf } from '../../../worker/matching/frame.ts'
import { planRound } from '../../../worker/matching/round.ts'
import type { PlannedOffer, RoundInput } from '../../../worker/matching/types.ts'
import type { LabOptions } from '../options.ts'
import { ownRounds } from './own-rounds.ts'

/** What a policy did in the situations of an agency's own rounds. */
export interface OwnRow {
  policy: string
  rounds: number
  /** Needs for which somebody could be asked at all. */
  needs: number
  alerts: number
  /**
   * Mean over these needs: minutes to the nearest person asked, by the speeds that the round was really decided with, and the
   * chance that one of those asked says yes.
   */
  nearestMin: number
  chanceOfYes: number
  stalled: number
}

type Rule = [name: string, of: (own: MatchPolicy) => MatchPolicy]

const rulesOf = (file: string | null): Rule[] => [
  ['as it was', (own) => own],
  ['two per slot and waves', (own) => ({ ...own, overAsk: 2, version: 'two' })],
  ['today’s defaults', () => defaultMatchPolicy],
  ...(file === null
    ? []
    : [
        [
          file,
          (own) => {
            const settings = PolicySettings.partial().parse(JSON.parse(readFileSync(file, 'utf8')))
            return Object.assign({}, own, settings, { version: file })
          },
        ] satisfies Rule,
      ]),
]

/** Seconds until he would be there, whatever policy asks him: by that of the round as it was. */
const wayIn = (input: RoundInput): ((offer: PlannedOffer) => number) => {
  const { policy } = frameOf(input)
  const people = new Map(input.candidates.map((person) => [person.volunteerId, person]))
  return ({ volunteerId, distanceM, position }) => {
    const { vehicle, onTrip } = people.get(volunteerId)!
    const rideS = travelS(distanceM, vehicle, policy) + travelS(position.uncertaintyM, vehicle, policy)
    return rideS + (onTrip ? policy.dropOffS : 0)
  }
}

export const noRow = (policy: string): OwnRow => {
  return { policy, rounds: 0, needs: 0, alerts: 0, nearestMin: 0, chanceOfYes: 0, stalled: 0 }
}

/** Decides a round by another policy and adds what it would have done. */
export const add = (row: OwnRow, input: RoundInput, policy: MatchPolicy): void => {
  row.rounds += 1
  const wayS = wayIn(input)
  for (const { offers, needs } of planRound({ ...input, policy }).incidents)
    for (const { needId, stalled } of needs) {
      if (stalled) row.stalled += 1
      const own = offers.filter((offer) => offer.needId === needId)
      if (own.length === 0) continue
      row.needs += 1
      row.alerts += own.length
      row.nearestMin += Math.min(...own.map(wayS)) / 60
      row.chanceOfYes += 1 - own.reduce((none, { why }) => none * (1 - why.chance), 1)
    }
}

const line = ({ policy, needs, alerts, nearestMin, chanceOfYes, stalled }: OwnRow): string =>
  `${policy.padEnd(26)} ${(alerts / needs).toFixed(2).padStart(8)} ${(nearestMin / needs).toFixed(1).padStart(12)} ` +
  `${((chanceOfYes / needs) * 100).toFixed(0).padStart(10)} % ${String(stalled).padStart(8)}`

/**
 * Decides the rounds of an agency's own history again by other policies, each in the situation as it was. What people would
 * have answered is not known, and what a different round would have led to afterwards neither: their learned chances stand in.
 */
export const compareOwn = async (
  from: string,
  { policy: file, json, agency }: Pick<LabOptions, 'policy' | 'json' | 'agency'>,
): Promise<void> => {
  const rules = rulesOf(file)
  const rows = rules.map(([policy]) => noRow(policy))
  for await (const input of ownRounds(from, agency))
    rules.forEach(([, of], n) => {
      const row = rows[n]
      if (row) add(row, input, of(input.policy))
    })
  if ((rows[0]?.rounds ?? 0) === 0) throw new Error('no round is kept there')
  if (json) return console.log(JSON.stringify(rows))
  console.log(`${rows[0]?.rounds ?? 0} rounds of this agency, decided again\n`)
  console.log(
    `${''.padEnd(26)} ${'alerts'.padStart(8)} ${'nearest, min'.padStart(12)} ${'yes'.padStart(12)} ${'stalled'.padStart(8)}`,
  )
  for (const row of rows) console.log(line(row))
}
