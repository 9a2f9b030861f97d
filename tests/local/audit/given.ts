import { createHash } from 'node:crypto'
import type { AnchorRow, FactRow } from '../../../local/audit/shapes.ts'
import { sortedJson } from '../../../local/audit/sorted-json.ts'
import type { Served } from '../../api/partner/served.ts'

/** The ledger of one agency as somebody with all rights on the database sees it. */
export const ledgerOf = ({ context: { connection } }: Served) => {
  const collection = connection.collection<FactRow>('facts')
  const read = () => collection.find({}).sort({ seq: 1 }).toArray()
  return {
    read,
    anchor: async (): Promise<AnchorRow[]> => {
      const last = (await read()).at(-1)
      return last === undefined ? [] : [{ agencyId: last.agencyId, seq: last.seq, hash: last.hash }]
    },
    write: async (facts: readonly FactRow[]): Promise<void> => {
      await collection.deleteMany({})
      await collection.insertMany([...facts])
    },
  }
}

/** A forger who knows how the chain is made: new places and new hashes for all. */
export const rechained = (facts: readonly FactRow[]): FactRow[] => {
  let previous = '0'.repeat(64)
  return facts.map((fact, i) => {
    const { hash: _, ...rest } = { ...fact, seq: i + 1 }
    previous = createHash('sha256')
      .update(previous + sortedJson(rest))
      .digest('hex')
    return { ...rest, hash: previous }
  })
}
