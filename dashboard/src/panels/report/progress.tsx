import { Circle, CircleAlert, CircleCheckBig, LoaderCircle } from 'lucide-react'
import { isUncertain } from '../../api/problem.ts'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Modal } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import type { Saving } from './save.ts'

interface Props {
  saving: Saving
  onRetry: () => void
  /** Leaves it as it is; what is saved is opened. */
  onClose: () => void
}

/** The steps of saving, one by one; nothing is ticked before the server has confirmed it. */
export const SaveProgress = ({ saving, onRetry, onClose }: Props) => {
  const { report } = useText()
  const { incident, error } = saving
  const stateOf = (index: number) => {
    if (index < saving.done) return 'done'
    if (index > saving.done) return 'pending'
    if (error === null) return 'running'
    return isUncertain(error) ? 'unknown' : 'failed'
  }
  const pictures = {
    done: CircleCheckBig,
    pending: Circle,
    running: LoaderCircle,
    failed: CircleAlert,
    unknown: CircleAlert,
  }
  return (
    <Modal title={report.progress} onClose={saving.running ? () => undefined : onClose}>
      <div className="flex flex-col gap-3 px-4 pt-1 pb-5 sm:px-5">
        <ol aria-live="polite" className="flex flex-col gap-1.5">
          {saving.steps.map((step, index) => {
            const state = stateOf(index)
            const Picture = pictures[state]
            return (
              <li key={step} className="flex items-center gap-2.5">
                <Picture
                  aria-hidden
                  size={18}
                  className={classes(
                    'shrink-0',
                    state === 'running' && 'animate-spin',
                    (state === 'failed' || state === 'unknown') && 'text-kritis',
                    state === 'done' && 'text-there',
                    state === 'pending' && 'text-faint',
                  )}
                />
                <span className="font-medium">{report.step[step]}</span>
                <span className="text-soft">{report.step[state]}</span>
              </li>
            )
          })}
        </ol>
        {error && (
          <>
            <ProblemNote error={error} acting onRetry={onRetry} />
            {incident && (
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p className="text-soft">{report.stopped}</p>
                <Button onClick={onClose}>{report.openSaved(incident.incident.number)}</Button>
              </div>
            )}
          </>
        )}
      </div>
    </Modal>
  )
}
