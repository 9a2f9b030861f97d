import { Circle, CircleCheck, CircleX, LoaderCircle, type LucideIcon } from 'lucide-react'
import type { PartnerView } from '#contracts/wire/routes/partner-views.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useMoment } from '../../time/moment.tsx'
import { classes } from '../../ui/classes.ts'

type Proposal = NonNullable<PartnerView['proposal']>
type Step = 'done' | 'now' | 'failed' | 'later'

const pictures: Record<Step, LucideIcon> = {
  done: CircleCheck,
  now: LoaderCircle,
  failed: CircleX,
  later: Circle,
}

const pingStep = ({ ping }: Proposal): Step =>
  ping === null || ping.state === 'pending' ? 'now' : ping.state === 'delivered' ? 'done' : 'failed'

/** What the new address has behind it and before it, and what its ping was answered. */
export const ProposalSteps = ({ proposal }: { proposal: Proposal }) => {
  const { endpoint: words } = useOfficeText().partners
  const moment = useMoment()
  const { url, by, at, ping, state, wantsSecond } = proposal
  const last = ping?.attempts.at(-1)
  const pinged = pingStep(proposal)
  const steps: [string, Step][] = [
    [words.steps.proposed, 'done'],
    [words.steps.ping, pinged],
    [words.steps.checked, state === 'checked' ? 'done' : 'later'],
    ...(wantsSecond ? ([[words.approve, 'later']] satisfies [string, Step][]) : []),
    [words.steps.counts, 'later'],
  ]
  return (
    <div>
      <p className="label-small">
        {words.proposed} {words.by(by.name ?? by.id, moment(at))}
      </p>
      <p className="font-medium wrap-anywhere">{url}</p>
      <ol className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
        {steps.map(([label, step]) => {
          const Picture = pictures[step]
          return (
            <li
              key={label}
              className={classes(
                'flex items-center gap-1.5',
                step === 'failed' ? 'text-kritis' : step === 'later' ? 'text-faint' : 'text-ink',
              )}
            >
              <Picture aria-hidden size={15} className={classes(step === 'now' && 'animate-spin')} />
              {label}
            </li>
          )
        })}
      </ol>
      <p role="status" className="mt-1.5 text-soft">
        {pinged === 'now' && words.pinging}
        {pinged === 'done' && last?.status != null && words.answered(last.status, Math.round(last.tookMs))}
        {pinged === 'failed' && words.failed(last?.error ?? String(last?.status ?? '–'))}
      </p>
    </div>
  )
}
