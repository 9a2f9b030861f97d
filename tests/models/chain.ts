import type { StoredFact } from '#contracts/store/documents.ts'
import { followChain } from '../../local/audit/chain.ts'
import { createReplay } from '../../local/audit/replay.ts'

/** What the auditor, who shares no code with the store, says of a ledger: its chain, and what each fact does. */
export const ledgerFaults = (facts: readonly StoredFact[], replays = true): string[] => {
  const faults: string[] = []
  const accuse = ({ law, subject, what }: { law: string; subject: string; what: string }): void =>
    void faults.push(`${law} ${subject} ${what}`)
  const chain = followChain('5371', [], accuse)
  const replay = createReplay(accuse)
  for (const fact of [...facts].sort((a, b) => a.seq - b.seq)) {
    chain.step(fact)
    if (replays) replay.step(fact)
  }
  return faults
}
