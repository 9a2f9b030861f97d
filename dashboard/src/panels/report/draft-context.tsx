import { createContext, use, useState, type Dispatch, type ReactNode, type SetStateAction } from 'react'
import { useKeepPage } from '../../ui/keep-page.ts'
import { emptyDraft, type Draft } from './draft.ts'

type Kept = readonly [Draft, Dispatch<SetStateAction<Draft>>]
const DraftContext = createContext<Kept | null>(null)

/** Keeps a report that is half filled in while somebody looks at another page. In memory only, for it names people: the browser asks before it is lost. */
export const DraftKeeper = ({ children }: { children: ReactNode }) => {
  const kept = useState(emptyDraft)
  useKeepPage(kept[0] !== emptyDraft)
  return <DraftContext value={kept}>{children}</DraftContext>
}

export const useDraft = (): Kept => {
  const kept = use(DraftContext)
  if (kept === null) throw new Error('DraftKeeper is missing')
  return kept
}
