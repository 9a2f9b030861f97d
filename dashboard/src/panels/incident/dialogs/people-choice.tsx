import type { Assignment } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useText } from '../../../text/context.tsx'
import { Check } from '../../../ui/field.tsx'
import { needName, personName } from '../names.ts'

interface Props {
  detail: IncidentDetail
  legend: string
  people: readonly Assignment[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** People of the team, by name, with what they are doing. */
export const PeopleChoice = ({ detail, legend, people, chosen, onChange }: Props) => {
  const text = useText()
  const { incident } = detail
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className="divide-y divide-line rounded-md border border-line px-3">
        {people.map((assignment) => {
          const need = incident.needs.find(({ id }) => id === assignment.needId)
          const doing = text.labels.assignment[assignment.state]
          return (
            <div key={assignment.id} className="py-1.5">
              <Check
                label={personName(detail, assignment.volunteerId, text.incident.team.unknown)}
                hint={need ? `${doing} · ${needName(text, need)}` : doing}
                checked={chosen.includes(assignment.id)}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...chosen, assignment.id]
                      : chosen.filter((id) => id !== assignment.id),
                  )
                }
              />
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
