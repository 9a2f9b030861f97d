import { codesOf } from '../../text/codes.ts'

interface Props<K extends string> {
  label: string
  any: string
  names: Readonly<Record<K, string>>
  value: K | undefined
  onChange: (value: K | undefined) => void
}

/** One of a list of codes, or any of them. */
export const SelectOrAny = <K extends string>({ label, any, names, value, onChange }: Props<K>) => (
  <select
    aria-label={label}
    className="field w-auto max-sm:min-w-0 max-sm:flex-1 max-sm:basis-0"
    value={value ?? ''}
    onChange={(event) => onChange(codesOf(names).find((code) => code === event.target.value))}
  >
    <option value="">{any}</option>
    {codesOf(names).map((code) => (
      <option key={code} value={code}>
        {names[code]}
      </option>
    ))}
  </select>
)
