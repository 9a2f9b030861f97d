import { createHash } from 'node:crypto'
import type { Accuse, AnchorRow, FactRow } from './shapes.ts'
import { sortedJson } from './sorted-json.ts'

/**
 * Follows the chain of one agency, fact by fact in the order of `seq`: no gap, each hash follows from the one before, and
 * every anchor outside the database names a fact that is still there.
 */
export const followChain = (agencyId: string, anchors: readonly AnchorRow[], accuse: Accuse) => {
  const expected = new Map(anchors.map(({ seq, hash }) => [seq, hash]))
  let seq = 0
  let hash = '0'.repeat(64)
  return {
    step: (fact: FactRow): void => {
      const { hash: told, ...rest } = fact
      if (fact.seq !== seq + 1)
        accuse({ law: 'I7', subject: agencyId, what: `seq ${fact.seq} follows on ${seq}` })
      const due = createHash('sha256')
        .update(hash + sortedJson(rest))
        .digest('hex')
      if (told !== due)
        accuse({ law: 'I13', subject: fact._id, what: 'does not follow from the fact before it' })
      const anchored = expected.get(fact.seq)
      if (anchored !== undefined && anchored !== told)
        accuse({ law: 'I13', subject: fact._id, what: 'is another than the anchor names' })
      expected.delete(fact.seq)
      seq = fact.seq
      hash = told
    },
    /** To be called after the last fact. */
    end: (): { seq: number; hash: string } => {
      const missing = [...expected.keys()]
      if (missing.length > 0) {
        const what = `${missing.length} anchors name facts that are not there, the last one seq ${Math.max(...missing)}`
        accuse({ law: 'I13', subject: agencyId, what })
      }
      return { seq, hash }
    },
  }
}
