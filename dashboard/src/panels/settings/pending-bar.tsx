import { ListChecks, Undo2 } from 'lucide-react'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'

interface Props {
  count: number
  bad: number
  onReview: () => void
  onForget: () => void
}

/** Below the sheets while something is typed and not saved. */
export const PendingBar = ({ count, bad, onReview, onForget }: Props) => {
  const { settings: words } = useOfficeText()
  if (count === 0) return null
  return (
    <div
      role="status"
      className="sticky bottom-3 z-10 flex flex-wrap items-center justify-end gap-2 rounded-lg border border-accent bg-panel px-4 py-2.5 shadow-lg"
    >
      <p className={bad > 0 ? 'mr-auto font-medium text-kritis' : 'mr-auto font-medium'}>
        {bad > 0 ? words.badCount(bad) : words.pending(count)}
      </p>
      <Button look="plain" icon={Undo2} onClick={onForget}>
        {words.undo}
      </Button>
      <Button look="primary" icon={ListChecks} disabled={bad > 0} onClick={onReview}>
        {words.review}
      </Button>
    </div>
  )
}
