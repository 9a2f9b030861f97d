import {
  Ban,
  CirclePause,
  CircleSlash,
  DoorOpen,
  Pencil,
  RotateCcw,
  ShieldCheck,
  UserCheck,
} from 'lucide-react'
import { useState } from 'react'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useVolunteerAct } from '../../api/act.ts'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { Admit } from './admit.tsx'
import { Suspend, Withdraw } from './confirm.tsx'
import { DutyDialog } from './duty-dialog.tsx'
import { EditVolunteer } from './edit.tsx'

type Asked = 'admit' | 'duty' | 'edit' | 'suspend' | 'withdraw'

/** What can be done with this volunteer now by this role. */
export const VolunteerActions = ({ volunteer }: { volunteer: VolunteerView }) => {
  const { volunteers: words, dialogs } = useText()
  const may = useMay()
  const announce = useAnnounce()
  const [asked, setAsked] = useState<Asked | null>(null)
  const duty = useVolunteerAct('setDuty', () => announce(dialogs.done.duty))
  const reinstate = useVolunteerAct('reinstateVolunteer', () => announce(dialogs.done.standing))
  const { standing } = volunteer
  const params = { id: volunteer.id }
  const setDuty = (to: 'paused' | 'off'): void =>
    duty.mutate({ params, body: { duty: to, declaredArea: volunteer.declaredArea } })
  const pendingTo = (to: string): boolean => duty.isPending && duty.variables.body.duty === to
  const error = duty.error ?? reinstate.error
  const onDuty = may('volunteer.duty') && standing === 'active'
  const registry = may('volunteer.suspend')
  const close = (): void => setAsked(null)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-1.5">
        {registry && standing === 'pending' && (
          <Button look="primary" icon={UserCheck} onClick={() => setAsked('admit')}>
            {words.activate}
          </Button>
        )}
        {registry && standing === 'suspended' && (
          <Button
            look="primary"
            icon={RotateCcw}
            pending={reinstate.isPending}
            onClick={() => reinstate.mutate({ params, body: {} })}
          >
            {words.reinstate}
          </Button>
        )}
        {onDuty && volunteer.duty !== 'on' && (
          <Button look="primary" icon={ShieldCheck} onClick={() => setAsked('duty')}>
            {words.dutyOn}
          </Button>
        )}
        {onDuty && volunteer.duty === 'on' && (
          <Button icon={CirclePause} pending={pendingTo('paused')} onClick={() => setDuty('paused')}>
            {words.dutyPause}
          </Button>
        )}
        {onDuty && volunteer.duty !== 'off' && (
          <Button icon={CircleSlash} pending={pendingTo('off')} onClick={() => setDuty('off')}>
            {words.dutyOff}
          </Button>
        )}
        {may('volunteer.edit') && standing !== 'withdrawn' && (
          <Button icon={Pencil} onClick={() => setAsked('edit')}>
            {words.edit}
          </Button>
        )}
        {registry && (standing === 'active' || standing === 'pending') && (
          <Button look="plain" icon={Ban} onClick={() => setAsked('suspend')}>
            {words.suspend}
          </Button>
        )}
        {registry && standing !== 'withdrawn' && (
          <Button look="plain" icon={DoorOpen} onClick={() => setAsked('withdraw')}>
            {words.withdraw}
          </Button>
        )}
      </div>
      {error && <ProblemNote acting error={error} />}
      {asked === 'admit' && <Admit volunteer={volunteer} onClose={close} />}
      {asked === 'duty' && <DutyDialog volunteer={volunteer} onClose={close} />}
      {asked === 'edit' && <EditVolunteer volunteer={volunteer} onClose={close} />}
      {asked === 'suspend' && <Suspend volunteer={volunteer} onClose={close} />}
      {asked === 'withdraw' && <Withdraw volunteer={volunteer} onClose={close} />}
    </div>
  )
}
