import { useState } from 'react'
import { useText } from '../../text/context.tsx'
import { useClock } from '../../time/now.tsx'
import { Check, SelectField } from '../../ui/field.tsx'
import { callBackIn, inMinutes } from '../phone/call-back-in.ts'
import type { Draft } from './draft.ts'

interface Props {
  draft: Draft
  set: (change: Partial<Draft>) => void
}

/** Whether the reporter wants to be called back, and when: counted from the moment it was chosen. */
export const CallBack = ({ draft, set }: Props) => {
  const { phone: words } = useText()
  const clock = useClock()
  const [minutes, setMinutes] = useState<number>(30)
  const promise = (count: number): void => {
    setMinutes(count)
    set({ callBackAt: inMinutes(count, clock.now()) })
  }
  return (
    <div className="grid items-start gap-x-3.5 gap-y-1.5 sm:grid-cols-2">
      <Check
        label={words.wanted}
        hint={words.wantedHint}
        checked={draft.callBackAt !== null}
        onChange={(event) => (event.target.checked ? promise(minutes) : set({ callBackAt: null }))}
      />
      {draft.callBackAt !== null && (
        <SelectField
          label={words.when}
          value={minutes}
          onChange={(event) => promise(Number(event.target.value))}
        >
          {callBackIn.map((count) => (
            <option key={count} value={count}>
              {words.inMinutes(count)}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  )
}
