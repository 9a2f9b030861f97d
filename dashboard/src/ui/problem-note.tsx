import { CircleAlert } from 'lucide-react'
import { ProblemError, UnreachableError } from '../api/problem.ts'
import { useSpeech } from '../text/context.tsx'
import { Button } from './button.tsx'

/** What happened, and what is safe to do now. */
const sayings = (error: Error, acting: boolean, { text, language }: ReturnType<typeof useSpeech>) => {
  const { errors } = text
  if (error instanceof ProblemError) {
    const { problem } = error
    const uncertain = problem.status >= 500
    const refused = problem.status === 409 ? errors.refused : errors.safe
    return {
      title: language === 'id' ? problem.title : problem.titleEn,
      safe: acting ? (uncertain ? errors.unreachableAct : refused) : null,
      code: problem.status >= 500 ? errors.code(problem.id) : null,
      fields: problem.fields ?? [],
    }
  }
  if (error instanceof UnreachableError) {
    const safe = acting ? errors.unreachableAct : errors.unreachableRead
    return { title: errors.unreachable, safe, code: null, fields: [] }
  }
  return { title: errors.unknown, safe: null, code: null, fields: [] }
}

interface Props {
  error: Error
  /** It came of an action, so it must be said whether something was saved. */
  acting?: boolean
  /** Said instead of the title where the place knows better. */
  title?: string | null
  onRetry?: () => void
}

/** An error in words. Announced at once. */
export const ProblemNote = ({ error, acting = false, title, onRetry }: Props) => {
  const speech = useSpeech()
  const said = sayings(error, acting, speech)
  return (
    <div
      role="alert"
      className="flex items-start gap-2.5 rounded-md border border-kritis/50 bg-kritis-tint px-3 py-2.5"
    >
      <CircleAlert aria-hidden size={18} className="mt-px shrink-0 text-kritis" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title ?? said.title}</p>
        {said.safe !== null && <p className="text-soft">{said.safe}</p>}
        {said.fields.length > 0 && (
          <ul className="mt-1 list-disc pl-4 text-soft">
            {said.fields.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path}: {message}
              </li>
            ))}
          </ul>
        )}
        {said.code !== null && <p className="mt-1 text-faint">{said.code}</p>}
      </div>
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {speech.text.word.retry}
        </Button>
      )}
    </div>
  )
}
