import { useState } from 'react'
import type { Incident, Need } from '#contracts/domain/incident/state.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import type { Catalogue } from '../../../text/catalogue.ts'
import { useText } from '../../../text/context.tsx'
import { distance } from '../../../text/format.ts'
import { Combobox } from '../../../ui/combobox.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { usePartnerName } from '../../shared/partners.ts'
import { awayM, obstaclesOf, ranked, type Obstacle } from './candidates.ts'
import { useCandidates } from './use-candidates.ts'

interface Props {
  incident: Incident
  need: Need | undefined
  volunteerId: string | null
  error: string | null
  onChange: (volunteerId: string | null) => void
}

/** Beside his name: his vehicle, that he is on duty and how far he is; or what keeps him from this need. */
const detailOf = (
  { dialogs, labels, comma }: Catalogue,
  one: VolunteerView,
  need: Need | undefined,
  away: number,
): string => {
  const { keeps } = dialogs.assign
  const vehicle = labels.vehicle[one.vehicle]
  const saying: Record<Obstacle, () => string> = {
    bound: () => keeps.bound,
    duty: () => keeps.duty(labels.duty[one.duty]),
    vehicle: () => keeps.vehicle(vehicle, labels.vehicle[need?.vehicle ?? 'any']),
    skill: () => keeps.skill(need?.skill ? labels.skill[need.skill] : ''),
  }
  const obstacles = obstaclesOf(one, need)
  if (obstacles.length > 0) return obstacles.map((obstacle) => saying[obstacle]()).join(' · ')
  return [vehicle, labels.duty[one.duty], ...(away === Infinity ? [] : [distance(away, comma)])].join(' · ')
}

/** Whom to send: who can be sent first, and the others with what is in the way. */
export const VolunteerChoice = ({ incident, need, volunteerId, error, onChange }: Props) => {
  const text = useText()
  const { assign } = text.dialogs
  const partnerName = usePartnerName()
  const [typed, setTyped] = useState('')
  // Somebody whom only the server found stays chosen while something else is typed.
  const [picked, setPicked] = useState<VolunteerView | null>(null)
  const { volunteers, cutAt, isPending, problem, again } = useCandidates(typed, picked)
  const choose = (id: string | null): void => {
    setPicked(volunteers.find((one) => one.id === id) ?? null)
    onChange(id)
  }
  const lacking = volunteers.some((one) => {
    const obstacles = obstaclesOf(one, need)
    return obstacles.includes('vehicle') || obstacles.includes('skill')
  })
  const hints = [
    assign.search,
    ...(cutAt === null ? [] : [assign.cut(cutAt)]),
    ...(lacking ? [assign.lacking] : []),
  ]
  return (
    <>
      {problem && <ProblemNote error={problem} onRetry={again} />}
      <Combobox
        eager
        label={assign.volunteer}
        hint={error === null ? hints.join('. ') : undefined}
        error={error}
        none={isPending ? text.word.loading : assign.none}
        value={volunteerId}
        onChange={choose}
        onTyped={setTyped}
        options={ranked(volunteers, need, incident.place).map((one) => ({
          value: one.id,
          label: one.displayName,
          also: [one.plate, partnerName(one.partnerId), one.ref],
          disabled: obstaclesOf(one, need).length > 0,
          detail: detailOf(text, one, need, awayM(one, incident.place)),
        }))}
      />
    </>
  )
}
