import { useMemo, useState } from 'react'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useShowVolunteerPhone } from '../../api/phone-acts.ts'
import { forgetting } from '../../ui/forgetting.ts'
import { AskWhy } from '../phone/ask-why.tsx'
import { ShownNumber } from '../phone/shown-number.tsx'

/** The number of somebody of the registry. */
export const VolunteerPhone = ({ volunteer, onClose }: { volunteer: VolunteerView; onClose: () => void }) => {
  const [shown, setShown] = useState<{ phone: string | null } | null>(null)
  const act = useShowVolunteerPhone((phone) => setShown({ phone }))
  const { reset } = act
  const close = useMemo(() => forgetting({ reset }, onClose), [reset, onClose])
  const { displayName: name } = volunteer
  if (shown !== null) return <ShownNumber name={name} {...shown} onClose={close} />
  return (
    <AskWhy
      name={name}
      pending={act.isPending}
      error={act.error}
      onSubmit={(body) => act.mutate({ params: { id: volunteer.id }, body })}
      onClose={onClose}
    />
  )
}
