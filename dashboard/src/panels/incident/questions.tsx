import { createContext, lazy, Suspense, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'

/** A question that is put before an action; each has a dialog of its own. */
export type Question =
  | {
      ask:
        | 'callback'
        | 'reject'
        | 'refer'
        | 'duplicate'
        | 'escalate'
        | 'correct'
        | 'needs'
        | 'cancel'
        | 'control'
        | 'resume'
        | 'close'
    }
  | { ask: 'standDown'; assignmentIds: readonly string[] }
  | { ask: 'assign'; needId: string | null; replaces: string | null }
  | { ask: 'dropNeed' | 'notAsked'; needId: string }
  | { ask: 'link'; offerId: string }
  | { ask: 'photo'; photoId: string }
  | { ask: 'phone'; volunteerId: string | null }

const QuestionContext = createContext<((question: Question) => void) | null>(null)

export const useAsk = (): ((question: Question) => void) => {
  const ask = use(QuestionContext)
  if (ask === null) throw new Error('Questions is missing')
  return ask
}

/** Dialogs are fetched when the first one opens. */
const Dialogs = lazy(async () => ({ default: (await import('./dialogs/host.tsx')).DialogHost }))

export const Questions = ({ detail, children }: { detail: IncidentDetail; children: ReactNode }) => {
  const [question, setQuestion] = useState<Question | null>(null)
  const close = useCallback(() => setQuestion(null), [])
  const ask = useMemo(() => (next: Question) => setQuestion(next), [])
  return (
    <QuestionContext value={ask}>
      {children}
      {question && (
        <Suspense>
          <Dialogs question={question} detail={detail} onClose={close} />
        </Suspense>
      )}
    </QuestionContext>
  )
}
