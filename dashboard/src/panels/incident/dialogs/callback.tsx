import { useState } from 'react'
import { useText } from '../../../text/context.tsx'
import { useClock } from '../../../time/now.tsx'
import { Choices } from '../../../ui/choices.tsx'
import { FormModal } from '../../../ui/dialog.tsx'
import { callBackIn, inMinutes } from '../../phone/call-back-in.ts'
import type { DialogProps } from './host.tsx'
import { useClosingAct } from './use-closing-act.ts'

/** When the reporter is to be called back. */
export const PlanCallback = ({ detail, onClose }: DialogProps) => {
  const { phone: words } = useText()
  const clock = useClock()
  const act = useClosingAct('planCallback', words.planned, onClose)
  const [minutes, setMinutes] = useState<string>('30')
  // The moment counts from when it was chosen, so that a repeat promises the same.
  const [at, setAt] = useState(() => inMinutes(30, clock.now()))
  return (
    <FormModal
      title={words.planTitle}
      intro={words.planIntro}
      submit={words.plan}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: detail.incident.id }, body: { at } })}
      onClose={onClose}
    >
      <Choices
        row
        legend={words.when}
        value={minutes}
        onChange={(value) => {
          setMinutes(value)
          setAt(inMinutes(Number(value), clock.now()))
        }}
        choices={callBackIn.map((count) => ({ value: String(count), label: words.inMinutes(count) }))}
      />
    </FormModal>
  )
}
