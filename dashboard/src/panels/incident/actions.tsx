import {
  ArrowUpRight,
  BadgeCheck,
  Ban,
  CircleCheckBig,
  ChevronsUp,
  ChevronUp,
  CircleX,
  CopyMinus,
  Ellipsis,
  Expand,
  House,
  ListChecks,
  Pencil,
  RotateCcw,
  Search,
  ShieldCheck,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { isActive } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { problemCode } from '../../api/problem.ts'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ActButton } from './act-button.tsx'
import { useAsk } from './questions.tsx'
import { ranked, stepsFor, type Step } from './steps.ts'

const icons: Record<Step, LucideIcon> = {
  verify: BadgeCheck,
  dispatch: Search,
  close: CircleCheckBig,
  undoDuplicate: Undo2,
  needs: ListChecks,
  reject: Ban,
  askAgain: RotateCcw,
  widen: Expand,
  standDown: House,
  control: ShieldCheck,
  resume: RotateCcw,
  escalate: ChevronsUp,
  correct: Pencil,
  duplicate: CopyMinus,
  refer: ArrowUpRight,
  cancel: CircleX,
}
/** What can be done with this incident now by this role; the likeliest step first. */
export const Actions = ({ incident }: { incident: Incident }) => {
  const { incident: words, dialogs } = useText()
  const { actions } = words
  const may = useMay()
  const ask = useAsk()
  const hintId = useId()
  const [problem, setProblem] = useState<{ step: Step; error: Error } | null>(null)
  const offered = stepsFor(incident, may)
  const { id } = incident
  const params = { id }
  const noNeeds = incident.needs.length === 0
  const { main, shown, more } = ranked(incident, offered)
  const rest = more.filter((step) => step !== 'escalate')
  const [isOpen, setIsOpen] = useState(false)
  const moreId = useId()

  const quick = (step: Step): ReactNode => {
    const shared = {
      label: '',
      icon: icons[step],
      look: step === main ? ('primary' as const) : ('quiet' as const),
      onProblem: (error: Error | null) => setProblem(error && { step, error }),
    }
    const input = { params, body: {} }
    switch (step) {
      case 'verify':
        return (
          <ActButton
            {...shared}
            name="verifyIncident"
            input={input}
            label={actions.verify}
            done={dialogs.done.verified}
          />
        )
      case 'dispatch':
        return (
          <ActButton
            {...shared}
            name="dispatchIncident"
            input={input}
            label={actions.dispatch}
            done={dialogs.done.dispatched}
            disabled={noNeeds}
            describedBy={noNeeds ? hintId : undefined}
          />
        )
      case 'askAgain':
        return (
          <ActButton
            {...shared}
            name="askAgain"
            input={input}
            label={actions.askAgain}
            done={dialogs.done.askedAgain}
          />
        )
      case 'widen':
        return (
          <ActButton
            {...shared}
            name="widenSearch"
            input={input}
            label={actions.widen}
            done={dialogs.done.widened}
          />
        )
      case 'undoDuplicate':
        return (
          <ActButton
            {...shared}
            name="undoDuplicate"
            input={input}
            label={actions.undoDuplicate}
            done={dialogs.done.duplicateUndone}
          />
        )
      case 'standDown':
        return (
          <Button
            icon={icons.standDown}
            onClick={() =>
              ask({ ask: 'standDown', assignmentIds: incident.assignments.filter(isActive).map((a) => a.id) })
            }
          >
            {actions.standDown}
          </Button>
        )
      default:
        return (
          <Button
            icon={icons[step]}
            look={step === main ? 'primary' : 'quiet'}
            onClick={() => ask({ ask: step })}
          >
            {actions[step]}
          </Button>
        )
    }
  }

  const buttons = (steps: readonly Step[]): ReactNode =>
    steps.map((step) => (
      <span key={step} className="contents">
        {quick(step)}
      </span>
    ))

  if (offered.length === 0) return null
  return (
    <div className="flex flex-col gap-1.5">
      <div
        role="group"
        aria-label={actions.label}
        className="flex flex-wrap gap-1 max-sm:[&>span>*]:grow [&>span>*]:px-2"
      >
        {buttons(shown)}
        {more.includes('escalate') && (
          // Not among the first, but its key is pressed in a hurry: it stands where it can be seen.
          <Button
            look="plain"
            className="px-1!"
            shortcut="E"
            icon={icons.escalate}
            title={actions.escalate}
            onClick={() => ask({ ask: 'escalate' })}
          >
            <span className="sr-only">{actions.escalate}</span>
          </Button>
        )}
        {rest.length > 0 && (
          <Button
            look="plain"
            className="px-1!"
            title={actions.more}
            icon={isOpen ? ChevronUp : Ellipsis}
            aria-expanded={isOpen}
            aria-controls={moreId}
            onClick={() => setIsOpen(!isOpen)}
          >
            <span className="sr-only">{actions.more}</span>
          </Button>
        )}
      </div>
      <div id={moreId} hidden={!isOpen}>
        <div className="flex flex-wrap gap-1.5 max-sm:[&>span>*]:grow [&>span>*]:px-2.5">
          {isOpen && buttons(rest)}
        </div>
      </div>
      {noNeeds && offered.includes('dispatch') && (
        <p id={hintId} className="text-[0.9rem] text-soft">
          {actions.dispatchNeedsFirst}
        </p>
      )}
      {problem && (
        <ProblemNote
          acting
          error={problem.error}
          title={
            problem.step === 'widen' && problemCode(problem.error) === 'nothing_to_change'
              ? actions.wholeCity
              : null
          }
        />
      )}
    </div>
  )
}
