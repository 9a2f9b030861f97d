import type { Fault, LawOf } from '../evidence.ts'
import { factsByOp, opNames } from '../ops.ts'

/** I10: nothing of what was forged had an effect or was believed; what we send is signed. I11: nobody was led inside. */
export const origin: LawOf = (evidence) => {
  const { told, dump, odd, trapHits } = evidence
  const byOp = factsByOp(dump.facts)
  const nameOf = opNames(evidence)
  const believed = [...told.values()]
    .filter(({ kind }) => kind === 'forged')
    .flatMap((message): Fault[] => {
      const { id, about, answers } = message
      const isTaken = answers.some(({ status }) => status < 400)
      const hasEffect = byOp.has(nameOf(message))
      return isTaken || hasEffect ? [{ law: 'I10', subject: id, what: `was believed: ${about['how']}` }] : []
    })
  return [
    ...believed,
    ...odd.map((what): Fault => ({ law: 'I10', subject: 'platform', what })),
    ...(trapHits === 0
      ? []
      : [{ law: 'I11' as const, subject: 'trap', what: `was reached ${trapHits} times` }]),
  ]
}
