import type { Case } from '../populations.ts'
import type { Asking, Coming, SearchPolicy, View } from './view.ts'

/** What became of one search. */
export interface Outcome {
  /** Null: nobody came. */
  firstArrivalS: number | null
  alerts: number
  acceptances: number
  /** Yeses while somebody else was on his way already. */
  redundant: number
  arrivals: number
}

/**
 * Plays one search in virtual time. Whoever says yes sets out at once; who does not come is missed when he should have
 * arrived. After the first arrival nobody else is asked, but whoever was asked before still answers: every alert has its
 * consequence, so alerts ÷ arrivals is unbiased. Whoever was called off may be asked again.
 */
export const runSearch = ({ people, truths }: Case, policy: SearchPolicy): Outcome => {
  const asked = new Uint8Array(people.length)
  let pending: Asking[] = []
  let coming: Coming[] = []
  const outcome: Outcome = { firstArrivalS: null, alerts: 0, acceptances: 0, redundant: 0, arrivals: 0 }
  let nowS = 0
  const view = (): View => ({ nowS, people, isAsked: (person) => asked[person] === 1, pending, coming })
  const endS = ({ person, askedS }: Asking): number => askedS + truths[person]!.afterS

  for (;;) {
    if (outcome.firstArrivalS === null)
      for (const person of policy.ask(view())) {
        if (asked[person]) throw new Error(`person ${person} is asked twice`)
        asked[person] = 1
        pending.push({ person, askedS: nowS })
        outcome.alerts++
      }
    const answer = earliest(pending, endS)
    const arrival = earliest(coming, ({ arrivalS }) => arrivalS)
    if (answer === null && arrival === null) return outcome
    if (answer === null || (arrival !== null && arrival.arrivalS <= endS(answer))) {
      if (arrival === null) return outcome
      nowS = arrival.arrivalS
      coming = coming.filter((one) => one !== arrival)
      if (!truths[arrival.person]!.comes) continue
      outcome.arrivals++
      outcome.firstArrivalS ??= nowS
      continue
    }
    nowS = endS(answer)
    pending = pending.filter((one) => one !== answer)
    if (truths[answer.person]!.says !== 'yes') continue
    outcome.acceptances++
    if (coming.length > 0 || outcome.firstArrivalS !== null) outcome.redundant++
    coming.push({ person: answer.person, arrivalS: nowS + people[answer.person]!.travelS })
    const withdrawn = new Set(policy.withdraw(view()))
    pending = pending.filter(({ person }) => !withdrawn.has(person))
    for (const person of withdrawn) asked[person] = 0
  }
}

const earliest = <T>(list: readonly T[], at: (one: T) => number): T | null => {
  let first: T | null = null
  for (const one of list) if (first === null || at(one) < at(first)) first = one
  return first
}

/** Who could have been there first, had one known who would say yes and come; null: nobody. */
export const clairvoyantS = ({ people, truths }: Case): number | null => {
  let least = Infinity
  for (const [person, { says, afterS, comes }] of truths.entries())
    if (says === 'yes' && comes) least = Math.min(least, afterS + people[person]!.travelS)
  return least < Infinity ? least : null
}
