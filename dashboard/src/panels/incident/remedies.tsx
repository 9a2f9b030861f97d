import { useState } from 'react'
import { Link } from 'react-router'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Action } from '#contracts/wire/actions.ts'
import { useMay } from '../../session/context.tsx'
import { labelOf } from '../../text/catalogue.ts'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { ActButton } from './act-button.tsx'
import { useAsk, type Question } from './questions.tsx'
import { stepsFor, type Step } from './steps.ts'

interface Props {
  incident: Incident
  needId: string
  remedies: readonly string[]
}

/** Where it is done, by whoever may go there. */
const elsewhere: Readonly<Record<string, { at: string; action: Action }>> = {
  check_zones: { at: '/zona', action: 'zone.read' },
  renew_papers: { at: '/relawan', action: 'volunteer.read' },
}

/** What would help a need that found nobody, each as the button that does it; what is not his to do stands in words. */
export const Remedies = ({ incident, needId, remedies }: Props) => {
  const { match, dialogs } = useText()
  const may = useMay()
  const ask = useAsk()
  const [problem, setProblem] = useState<Error | null>(null)
  const offered = stepsFor(incident, may)
  const input = { params: { id: incident.id }, body: {} }
  const open = (step: Step, question: Question): Question | null => (offered.includes(step) ? question : null)
  const questionOf = (remedy: string): Question | null => {
    if (remedy === 'change_vehicle') return open('needs', { ask: 'needs' })
    if (remedy === 'hand_over') return open('refer', { ask: 'refer' })
    if (remedy === 'drop') return open('needs', { ask: 'dropNeed', needId })
    if (remedy === 'call_by_hand' && may('incident.assign')) return { ask: 'assign', needId, replaces: null }
    return null
  }
  const buttonOf = (remedy: string) => {
    const label = labelOf(match.remedies, remedy)
    const shared = { input, label, size: 'small', onProblem: setProblem } as const
    if (remedy === 'ask_again' && offered.includes('askAgain'))
      return <ActButton {...shared} name="askAgain" done={dialogs.done.askedAgain} />
    if (remedy === 'widen' && offered.includes('widen'))
      return <ActButton {...shared} name="widenSearch" done={dialogs.done.widened} />
    const question = questionOf(remedy)
    if (question !== null)
      return (
        <Button size="small" onClick={() => ask(question)}>
          {label}
        </Button>
      )
    const place = elsewhere[remedy]
    if (place === undefined || !may(place.action)) return <span className="text-soft">{label}</span>
    return (
      <Link to={place.at} className="font-medium text-accent underline underline-offset-4">
        {label}
      </Link>
    )
  }
  return (
    <>
      <ul className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        {remedies.map((remedy) => (
          <li key={remedy}>{buttonOf(remedy)}</li>
        ))}
      </ul>
      {problem && <ProblemNote acting error={problem} />}
    </>
  )
}
