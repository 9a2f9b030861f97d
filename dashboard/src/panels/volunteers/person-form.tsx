import type { Skill, Vehicle } from '#contracts/domain/words.ts'
import { codesOf } from '../../text/codes.ts'
import { useText } from '../../text/context.tsx'
import { Check, SelectField, TextField } from '../../ui/field.tsx'

/** What is known of a person who volunteers. */
export interface PersonDraft {
  displayName: string
  phone: string
  plate: string
  vehicle: Vehicle
  skills: Skill[]
}

interface Props {
  draft: PersonDraft
  set: (change: Partial<PersonDraft>) => void
  strict: boolean
  /** The phone is stored and masked; it is typed only to be changed. */
  phoneKept?: string
}

const vehicles = ['motorcycle', 'car', 'pickup'] as const satisfies readonly Vehicle[]

export const MIN_PHONE = 6

export const PersonFields = ({ draft, set, strict, phoneKept }: Props) => {
  const { volunteers: words, labels, word } = useText()
  const required = (value: string): string | null => (strict && value.trim() === '' ? word.required : null)
  const phone = draft.phone.trim()
  const badPhone = strict && phone.length < MIN_PHONE && (phoneKept === undefined || phone !== '')
  return (
    <>
      <TextField
        label={words.name}
        maxLength={80}
        autoComplete="off"
        error={required(draft.displayName)}
        value={draft.displayName}
        onChange={(event) => set({ displayName: event.target.value })}
      />
      <div className="grid gap-3.5 sm:grid-cols-2">
        <TextField
          type="tel"
          label={words.phone}
          hint={phoneKept === undefined ? words.phoneHint : `${phoneKept} · ${words.keepPhone}`}
          maxLength={24}
          autoComplete="off"
          error={badPhone ? words.phoneHint : null}
          value={draft.phone}
          onChange={(event) => set({ phone: event.target.value })}
        />
        <TextField
          label={words.plate}
          maxLength={16}
          autoComplete="off"
          error={required(draft.plate)}
          value={draft.plate}
          onChange={(event) => set({ plate: event.target.value })}
        />
      </div>
      <SelectField
        label={words.vehicle}
        value={draft.vehicle}
        onChange={(event) => set({ vehicle: event.target.value as Vehicle })}
      >
        {vehicles.map((code) => (
          <option key={code} value={code}>
            {labels.vehicle[code]}
          </option>
        ))}
      </SelectField>
      <fieldset>
        <legend className="mb-1 font-medium">{words.skills}</legend>
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
          {codesOf(labels.skill).map((code) => (
            <Check
              key={code}
              label={labels.skill[code]}
              checked={draft.skills.includes(code)}
              onChange={(event) =>
                set({
                  skills: event.target.checked
                    ? [...draft.skills, code]
                    : draft.skills.filter((one) => one !== code),
                })
              }
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}
