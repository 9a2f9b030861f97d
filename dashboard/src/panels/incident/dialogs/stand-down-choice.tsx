import { useState } from 'react'
import { isActive } from '#contracts/domain/incident/read.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useText } from '../../../text/context.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import { needName } from '../names.ts'
import { PeopleChoice } from './people-choice.tsx'

interface Props {
  detail: IncidentDetail
  needId: string
  suggested: readonly string[]
  pending: boolean
  unsettled: boolean
  error: Error | null
  onConfirm: (chosen: string[]) => void
  onClose: () => void
}

/** A need shrinks below the people bound to it: the server proposes whom to call home, a person names them. */
export const StandDownChoice = ({
  detail,
  needId,
  suggested,
  pending,
  unsettled,
  error,
  onConfirm,
  onClose,
}: Props) => {
  const text = useText()
  const { needs: words, standDown } = text.dialogs
  const { incident } = detail
  const need = incident.needs.find(({ id }) => id === needId)
  const people = incident.assignments.filter((a) => a.needId === needId && isActive(a))
  const [chosen, setChosen] = useState<string[]>([...suggested])
  return (
    <FormModal
      title={words.standDownTitle}
      intro={words.standDown(people.length, need ? needName(text, need) : '')}
      submit={words.confirm}
      look="danger"
      pending={pending}
      unsettled={unsettled}
      disabled={chosen.length !== suggested.length}
      error={error}
      onSubmit={() => onConfirm(chosen)}
      onClose={onClose}
    >
      <PeopleChoice
        detail={detail}
        legend={standDown.people}
        people={people}
        chosen={chosen}
        onChange={setChosen}
      />
      <p role="status" className="text-soft">
        {words.chosen(chosen.length, suggested.length)}
      </p>
    </FormModal>
  )
}
