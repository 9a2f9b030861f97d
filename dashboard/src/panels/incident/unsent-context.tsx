import { createContext, use, useState, type Dispatch, type ReactNode, type SetStateAction } from 'react'
import { useKeepPage } from '../../ui/keep-page.ts'
import {
  holdsWords,
  noneUnsent,
  unsentOf,
  withoutSent,
  withUnsent,
  type Unsent,
  type UnsentKind,
} from './unsent.ts'

type Kept = readonly [Unsent, Dispatch<SetStateAction<Unsent>>]
const UnsentContext = createContext<Kept | null>(null)

/** Keeps what is half written in a file or a log while somebody looks at another page. In memory only: the browser asks before it is lost. */
export const UnsentKeeper = ({ children }: { children: ReactNode }) => {
  const kept = useState(noneUnsent)
  useKeepPage(holdsWords(kept[0]))
  return <UnsentContext value={kept}>{children}</UnsentContext>
}

/** The text that was begun here, how it is changed, and how what was sent of it is taken away, also when its field is gone from the screen by then. */
export const useUnsent = (
  about: string,
  kind: UnsentKind,
): readonly [string, (text: string) => void, (sent: string) => void] => {
  const kept = use(UnsentContext)
  if (kept === null) throw new Error('UnsentKeeper is missing')
  const [unsent, setUnsent] = kept
  return [
    unsentOf(unsent, about, kind),
    (text) => setUnsent((now) => withUnsent(now, about, kind, text)),
    (sent) => setUnsent((now) => withoutSent(now, about, kind, sent)),
  ]
}
