import { useId } from 'react'
import { momentExample } from '../../time/written.ts'
import { labelOf } from '../../text/catalogue.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { classes } from '../../ui/classes.ts'
import { typedOf, type Leaf } from './leaves.ts'
import { leafName, unitWords, valueWords } from './say.ts'

interface Props {
  leaf: Leaf
  /** What it is now, and what every agency begins with. */
  value: unknown
  first: unknown
  typed: string
  bad: boolean
  /** Null: he may look only. */
  onType: ((typed: string) => void) | null
}

/** One value with its unit; typed where he may change it. What an agency began with stands beside when it is another. */
export const LeafField = ({ leaf, value, first, typed, bad, onType }: Props) => {
  const text = useOfficeText()
  const { settings: words } = text
  const id = useId()
  const { kind, part } = leaf
  const isList = kind.of === 'rising'
  const isMoment = kind.of === 'moment'
  const isOther = JSON.stringify(first) !== JSON.stringify(value)
  const unit = unitWords(text, leaf)
  const name = leafName(text, leaf)
  const present = typedOf(value, leaf, text.comma)
  const isTyped = typed !== present
  const note = [
    ...(bad ? [isMoment ? words.badMoment(momentExample) : words.bad] : []),
    ...(isTyped ? [words.now(valueWords(text, value, leaf))] : []),
    ...(isOther ? [words.initial(valueWords(text, first, leaf))] : []),
  ].join(' · ')
  const wiring = {
    'aria-label': unit === '' ? name : `${name} (${unit})`,
    'aria-invalid': bad || undefined,
    'aria-describedby': note === '' ? undefined : id,
  }
  return (
    <div className="flex min-w-0 items-center justify-between gap-x-3 py-1">
      <span className="min-w-0 text-soft">{part === null ? '' : labelOf(words.partNames, part)}</span>
      <span className="flex shrink-0 flex-col items-end">
        {onType === null ? (
          <span className="font-semibold">{valueWords(text, value, leaf)}</span>
        ) : (
          <span className="flex items-center gap-2">
            {kind.of === 'flags' || kind.of === 'word' ? (
              <select
                {...wiring}
                className="field w-auto"
                value={typed}
                onChange={(event) => onType(event.target.value)}
              >
                {kind.of === 'word'
                  ? kind.codes.map((code) => (
                      <option key={code} value={code}>
                        {words.words[code]}
                      </option>
                    ))
                  : (['true', 'false'] as const).map((code) => (
                      <option key={code} value={code}>
                        {code === 'true' ? words.yes : words.no}
                      </option>
                    ))}
              </select>
            ) : (
              <input
                {...wiring}
                type="text"
                inputMode={isList || isMoment ? 'text' : 'decimal'}
                autoComplete="off"
                placeholder={isMoment ? momentExample : kind.of === 'optional' ? words.auto : undefined}
                className={classes(
                  'field text-right',
                  isTyped && 'border-accent font-semibold',
                  isMoment ? 'w-52' : isList ? 'w-36' : 'w-24',
                )}
                value={typed}
                onChange={(event) => onType(event.target.value)}
              />
            )}
            {'unit' in kind && <span className="w-13 text-[0.9rem] text-soft sm:w-16">{unit}</span>}
          </span>
        )}
        {note !== '' && (
          <span id={id} className={classes('text-[0.85rem]', bad ? 'text-kritis' : 'text-faint')}>
            {note}
          </span>
        )}
      </span>
    </div>
  )
}
