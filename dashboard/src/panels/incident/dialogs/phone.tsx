import { useMemo, useState } from 'react'
import { useShowIncidentPhone } from '../../../api/phone-acts.ts'
import { useText } from '../../../text/context.tsx'
import { forgetting } from '../../../ui/forgetting.ts'
import { AskWhy } from '../../phone/ask-why.tsx'
import { ShownNumber } from '../../phone/shown-number.tsx'
import { personName } from '../names.ts'
import type { DialogProps } from './host.tsx'

/** The number of the reporter (`volunteerId` null) or of somebody of the team. */
export const IncidentPhone = ({
  detail,
  volunteerId,
  onClose,
}: DialogProps & { volunteerId: string | null }) => {
  const { phone: words, incident } = useText()
  const [shown, setShown] = useState<{ phone: string | null } | null>(null)
  const act = useShowIncidentPhone((phone) => setShown({ phone }))
  const { reset } = act
  const close = useMemo(() => forgetting({ reset }, onClose), [reset, onClose])
  const name =
    volunteerId === null
      ? (detail.reporter?.name ?? words.reporter)
      : personName(detail, volunteerId, incident.team.unknown)
  if (shown !== null) return <ShownNumber name={name} {...shown} onClose={close} />
  return (
    <AskWhy
      name={name}
      pending={act.isPending}
      error={act.error}
      onSubmit={(why) =>
        act.mutate({
          params: { id: detail.incident.id },
          body: volunteerId === null ? why : { ...why, volunteerId },
        })
      }
      onClose={onClose}
    />
  )
}
