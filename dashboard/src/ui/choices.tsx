import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'

interface Choice<T extends string> {
  value: T
  label: ReactNode
  hint?: ReactNode
}

interface Props<T extends string> {
  legend: string
  choices: readonly Choice<T>[]
  value: T | null
  onChange: (value: T) => void
  error?: string | null
  /** Side by side, as buttons of one row. */
  row?: boolean
  hideLegend?: boolean
}

/** One of a few, as the platform's radio buttons. */
export const Choices = <T extends string>({
  legend,
  choices,
  value,
  onChange,
  error,
  row = false,
  hideLegend = false,
}: Props<T>) => {
  const name = useId()
  return (
    <fieldset className="min-w-0" aria-describedby={error ? `${name}-error` : undefined}>
      <legend className={hideLegend ? 'sr-only' : 'mb-1 font-medium'}>{legend}</legend>
      <div className={row ? 'flex flex-wrap gap-1.5' : 'flex flex-col gap-1.5'}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={classes(
              'flex items-center gap-2 rounded-md border px-2.5 py-1.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent pointer-coarse:min-h-11',
              value === choice.value
                ? 'border-accent bg-tint shadow-[inset_0_0_0_1px_var(--accent)]'
                : 'border-edge/70 hover:bg-raised',
            )}
          >
            <input
              type="radio"
              className={row ? 'sr-only' : 'size-4.5 shrink-0 accent-accent'}
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span className="min-w-0">
              <span className="font-medium">{choice.label}</span>
              {choice.hint && <span className="block text-[0.88rem] text-soft">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} className="mt-1 text-[0.88rem] text-kritis">
          {error}
        </p>
      )}
    </fieldset>
  )
}
