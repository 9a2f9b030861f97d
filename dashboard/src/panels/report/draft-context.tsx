import { createContext, use, useState, type Dispatch, type ReactNode, type SetStateAction } from 'react'
import { emptyDraft, type Draft } from './draft.ts'

type Kept = readonly [Draft, Dispatch<SetStateAction<Draft>>]
const DraftContext = createContext<Kept | null>(null)

/** Keeps a report that is half filled in while somebody looks at another page. In memory only: it names people. */
export const DraftKeeper = ({ children }: { children: ReactNode }) => (
  <DraftContext value={useState(emptyDraft)}>{children}</DraftContext>
)

export const useDraft = (): Kept => {
  const kept = use(DraftContext)
  if (kept === null) throw new Error('DraftKeeper is missing')
  return kept
}
