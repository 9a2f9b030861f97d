import { useId, type ComponentProps, type ReactNode } from 'react'
import { useText } from '../text/context.tsx'
import { classes } from './classes.ts'

interface FieldProps {
  label: string
  hint?: string | undefined
  error?: string | null | undefined
  optional?: boolean
  className?: string
}

interface Wiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

/** A label, its control, a hint and an error, tied together for those who hear the screen. */
export const Field = ({
  label,
  hint,
  error,
  optional = false,
  className,
  children,
}: FieldProps & { children: (wiring: Wiring) => ReactNode }) => {
  const id = useId()
  const { word } = useText()
  const noteId = `${id}-note`
  const note = error ?? hint
  return (
    <div className={classes('flex min-w-0 flex-col gap-1', className)}>
      <div className="flex items-baseline gap-1.5">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {optional && <span className="text-[0.85rem] text-faint">{word.optional}</span>}
      </div>
      {children({
        id,
        'aria-describedby': note ? noteId : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {note && (
        <p id={noteId} className={classes('text-[0.88rem]', error ? 'text-kritis' : 'text-faint')}>
          {note}
        </p>
      )}
    </div>
  )
}

type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps>

export const TextField = ({ label, hint, error, optional, className, ...input }: TextFieldProps) => (
  <Field {...{ label, hint, error, className }} optional={optional ?? false}>
    {(wiring) => <input className="field" {...wiring} {...input} />}
  </Field>
)

type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps>

export const TextArea = ({ label, hint, error, optional, className, ...area }: TextAreaProps) => (
  <Field {...{ label, hint, error, className }} optional={optional ?? false}>
    {(wiring) => <textarea rows={3} className="field resize-y" {...wiring} {...area} />}
  </Field>
)

type SelectFieldProps = FieldProps & Omit<ComponentProps<'select'>, keyof FieldProps>

/** The platform's own select: it works with every keyboard, thumb and screen reader. */
export const SelectField = ({ label, hint, error, optional, className, ...select }: SelectFieldProps) => (
  <Field {...{ label, hint, error, className }} optional={optional ?? false}>
    {(wiring) => <select className="field" {...wiring} {...select} />}
  </Field>
)

type CheckProps = { label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<'input'>, 'type'>

export const Check = ({ label, hint, ...input }: CheckProps) => {
  const id = useId()
  return (
    <label className="flex items-start gap-2.5 rounded-md py-0.5 pointer-coarse:py-2">
      <input
        type="checkbox"
        className="size-6 shrink-0 accent-accent"
        aria-describedby={hint ? id : undefined}
        {...input}
      />
      <span className="min-w-0">
        <span className="font-medium">{label}</span>
        {hint && (
          <span id={id} className="block text-[0.88rem] text-faint">
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
