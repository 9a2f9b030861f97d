import { useOfficeText } from '../../text/office/use-office-text.ts'
import { classes } from '../../ui/classes.ts'
import { leavesOf, typedOf, valueAt, type Fields, type Values } from './leaves.ts'
import { LeafField } from './leaf-field.tsx'
import { hintOf, leafName } from './say.ts'

interface Props {
  title: string
  fields: Fields
  settings: Values
  defaults: Values
  typed: Readonly<Record<string, string>>
  bad: ReadonlySet<string>
  onType: ((id: string, typed: string) => void) | null
}

/** A group of settings: each with its name, what it means, its value and unit. */
export const Sheet = ({ title, fields, settings, defaults, typed, bad, onType }: Props) => {
  const text = useOfficeText()
  return (
    <section aria-label={title} className="rounded-lg border border-line bg-panel">
      <h3 className="border-b border-line px-4 py-2 font-semibold">{title}</h3>
      <ul className="divide-y divide-line px-4">
        {Object.entries(fields).map(([field, kind]) => {
          const leaves = leavesOf({ [field]: kind }, settings)
          const hint = hintOf(text, field)
          return (
            <li
              key={field}
              className={classes(
                'grid gap-x-4 py-1.5',
                leaves.length > 1 || kind.of === 'rising'
                  ? 'sm:grid-cols-[minmax(0,1fr)_auto]'
                  : 'grid-cols-[minmax(0,1fr)_auto]',
              )}
            >
              <div className={classes('min-w-0', leaves.length > 1 ? 'pt-1.5' : 'self-center')}>
                <p className="font-medium">{leafName(text, { field, part: null })}</p>
                {hint !== '' && <p className="text-[0.88rem] text-faint">{hint}</p>}
              </div>
              <div className="min-w-0">
                {leaves.map((leaf) => {
                  const value = valueAt(settings, leaf)
                  return (
                    <LeafField
                      key={leaf.id}
                      leaf={leaf}
                      value={value}
                      first={valueAt(defaults, leaf)}
                      typed={typed[leaf.id] ?? typedOf(value, leaf, text.comma)}
                      bad={bad.has(leaf.id)}
                      onType={onType && ((now) => onType(leaf.id, now))}
                    />
                  )
                })}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
