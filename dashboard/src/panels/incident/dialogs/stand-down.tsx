import { useState } from 'react'
import { isActive } from '#contracts/domain/incident/read.ts'
import { useText } from '../../../text/context.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import { Check } from '../../../ui/field.tsx'
import type { DialogProps } from './host.tsx'
import { PeopleChoice } from './people-choice.tsx'
import { useClosingAct } from './use-closing-act.ts'

/** Calls named people home without ending the incident. */
export const StandDown = ({
  detail,
  onClose,
  assignmentIds,
}: DialogProps & { assignmentIds: readonly string[] }) => {
  const { dialogs } = useText()
  const act = useClosingAct('standDown', dialogs.done.stoodDown, onClose)
  const [chosen, setChosen] = useState<string[]>(assignmentIds.length === 1 ? [...assignmentIds] : [])
  const people = detail.incident.assignments.filter(isActive)
  return (
    <FormModal
      title={dialogs.standDown.title}
      intro={dialogs.standDown.intro}
      submit={dialogs.standDown.confirm(chosen.length)}
      look="danger"
      pending={act.isPending}
      disabled={chosen.length === 0}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: detail.incident.id }, body: { assignmentIds: chosen } })}
      onClose={onClose}
    >
      {people.length > 1 && (
        <Check
          label={dialogs.standDown.everybody}
          checked={chosen.length === people.length}
          onChange={(event) => setChosen(event.target.checked ? people.map(({ id }) => id) : [])}
        />
      )}
      <PeopleChoice
        detail={detail}
        legend={dialogs.standDown.people}
        people={people}
        chosen={chosen}
        onChange={setChosen}
      />
    </FormModal>
  )
}
