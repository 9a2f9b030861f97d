import type { Evidence, Fault, LawOf } from '../evidence.ts'
import { factsByOp, opNames } from '../ops.ts'

/** I4: what was said before the last word of the same platform never turns anything back, and is answered as past. */
export const late: LawOf = (evidence: Evidence) => {
  const byOp = factsByOp(evidence.dump.facts)
  const nameOf = opNames(evidence)
  return [...evidence.told.values()]
    .filter(({ kind }) => kind === 'late')
    .flatMap((message): Fault[] => {
      const { id, about, answers } = message
      const wrong = answers.find(({ status, word }) => status !== 200 || word !== 'already_past')
      const fault = (what: string): Fault => ({ law: 'I4', subject: `${about['what']} ${id}`, what })
      return [
        ...(wrong === undefined ? [] : [fault(`came late and was answered ${wrong.status} ${wrong.word}`)]),
        ...(byOp.has(nameOf(message)) ? [fault('came late and had an effect')] : []),
      ]
    })
}
