import { Minus, Plus, X } from 'lucide-react'
import type { Ref } from 'react'
import type { NeedRow } from '#contracts/domain/procedure/settings.ts'
import type { NeedVehicle, Skill, TaskType } from '#contracts/domain/words.ts'
import { codesOf } from '../../text/codes.ts'
import { useText } from '../../text/context.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { plainNeed } from './need-row.ts'

export type EditableNeed = NeedRow & {
  key: string
  needId?: string
  /** Somebody else has dropped it meanwhile: it can only be taken away. */
  gone?: boolean
}

interface RowProps {
  need: EditableNeed
  number: number
  onChange: (change: Partial<NeedRow>) => void
  onRemove: (() => void) | null
}

const MOST = 200

const Row = ({ need, number, onChange, onRemove }: RowProps) => {
  const { labels, incident } = useText()
  const { needs } = incident
  const task = labels.task[need.task].toLowerCase()
  const name = needs.row(number)
  if (need.gone)
    return (
      <li
        aria-label={name}
        className="flex items-center gap-2 rounded-md border border-kritis/50 bg-kritis-tint p-2"
      >
        <p role="alert" className="min-w-0 flex-1">
          {needs.gone(task, need.quantity)}
        </p>
        {onRemove && <IconButton icon={X} label={needs.removeRow(number)} onClick={onRemove} />}
      </li>
    )
  return (
    <li
      aria-label={name}
      className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-2 rounded-md border border-line p-2 @md:grid-cols-[auto_minmax(0,1fr)_minmax(0,1fr)_auto]"
    >
      <div className="flex items-center @max-md:order-2 @md:row-span-2">
        <IconButton
          icon={Minus}
          label={needs.less(task)}
          disabled={need.quantity <= 1}
          onClick={() => onChange({ quantity: need.quantity - 1 })}
        />
        <input
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST}
          aria-label={`${needs.quantity}, ${name}`}
          className="field max-w-14 px-1 text-center [appearance:textfield]"
          value={need.quantity}
          onChange={(event) => {
            const quantity = Math.round(Number(event.target.value))
            if (quantity >= 1 && quantity <= MOST) onChange({ quantity })
          }}
        />
        <IconButton
          icon={Plus}
          label={needs.more(task)}
          disabled={need.quantity >= MOST}
          onClick={() => onChange({ quantity: need.quantity + 1 })}
        />
      </div>
      <select
        aria-label={`${needs.task}, ${name}`}
        className="field @max-md:order-1 @max-md:col-span-full @md:col-span-2"
        value={need.task}
        disabled={need.needId !== undefined}
        onChange={(event) => onChange({ task: event.target.value as TaskType })}
      >
        {codesOf(labels.task).map((code) => (
          <option key={code} value={code}>
            {labels.task[code]}
          </option>
        ))}
      </select>
      <select
        aria-label={`${needs.vehicle}, ${name}`}
        className="field @max-md:order-3 @max-md:col-span-2 @md:col-start-2 @md:row-start-2"
        value={need.vehicle}
        onChange={(event) => onChange({ vehicle: event.target.value as NeedVehicle })}
      >
        {codesOf(labels.vehicle).map((code) => (
          <option key={code} value={code}>
            {labels.vehicle[code]}
          </option>
        ))}
      </select>
      <select
        aria-label={`${needs.skill}, ${name}`}
        className={classes(
          'field @max-md:order-4 @md:col-start-3 @md:row-start-2',
          onRemove ? '@max-md:col-span-2' : '@max-md:col-span-full',
        )}
        value={need.skill ?? ''}
        onChange={(event) =>
          onChange({ skill: event.target.value === '' ? null : (event.target.value as Skill) })
        }
      >
        <option value="">{needs.anySkill}</option>
        {codesOf(labels.skill).map((code) => (
          <option key={code} value={code}>
            {labels.skill[code]}
          </option>
        ))}
      </select>
      {onRemove && (
        <IconButton
          icon={X}
          label={needs.removeRow(number)}
          onClick={onRemove}
          className="justify-self-end @max-md:order-5 @md:col-start-4 @md:row-span-2 @md:row-start-1"
        />
      )}
    </li>
  )
}

interface Props {
  needs: readonly EditableNeed[]
  onChange: (needs: EditableNeed[]) => void
  newKey: () => string
  /** The button that adds a row. */
  addRef?: Ref<HTMLButtonElement>
}

/** Needs as rows that can be added, changed and, while they are not stored yet, taken away. */
export const NeedRows = ({ needs, onChange, newKey, addRef }: Props) => {
  const words = useText().incident.needs
  return (
    <div className="flex flex-col gap-2">
      <ul className="@container flex flex-col gap-2">
        {needs.map((need, index) => (
          <Row
            key={need.key}
            need={need}
            number={index + 1}
            onChange={(change) => onChange(needs.map((one) => (one === need ? { ...need, ...change } : one)))}
            onRemove={
              need.needId === undefined || need.gone
                ? () => onChange(needs.filter((one) => one !== need))
                : null
            }
          />
        ))}
      </ul>
      <Button
        ref={addRef}
        size="small"
        icon={Plus}
        className="self-start"
        onClick={() => onChange([...needs, { ...plainNeed(), key: newKey() }])}
      >
        {words.addRow}
      </Button>
    </div>
  )
}
