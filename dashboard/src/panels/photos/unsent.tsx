import { Link } from 'react-router'
import { useText } from '../../text/context.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useOutbox, useOutgoing } from './outbox-context.tsx'

/** Says on every page that a photo was not sent, what is safe, and sends it again. */
export const UnsentPhotos = () => {
  const { upload } = useText().contact
  const { again } = useOutbox()
  const failed = useOutgoing().filter(({ state }) => state === 'failed')
  const [first] = failed
  if (first === undefined || first.error === null) return null
  const unread = first.error.name === 'UnreadablePhoto' ? `: ${upload.unreadable}` : ''
  return (
    <div className="flex shrink-0 flex-col gap-1 border-b border-line bg-panel px-3 py-2 lg:px-4">
      <ProblemNote
        acting
        error={first.error}
        title={`${upload.unsent(failed.length)}${unread}`}
        onRetry={again}
      />
      <p className="flex flex-wrap gap-x-3 text-soft">
        {upload.safe}
        <Link to={`/kejadian/${first.incidentId ?? ''}`} className="underline">
          {upload.open}
        </Link>
      </p>
    </div>
  )
}
