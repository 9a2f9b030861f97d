import { useState, type ReactNode } from 'react'
import { FormModal } from './dialog.tsx'

interface Props<T> {
  /** Title and button say the same. */
  title: string
  intro: string
  act: { isPending: boolean; error: Error | null; reset: () => void }
  /** What the server made, with what is shown only once; null before. */
  made: T | null
  shown: (made: T, close: () => void) => ReactNode
  /** Everything is filled in as it must be. */
  ready: boolean
  onSubmit: () => void
  onClose: () => void
  /** `strict`: what is missing is marked from now on. */
  children: (strict: boolean) => ReactNode
}

/** Somebody or something new; then what is shown of it this once. */
export const CreateForm = <T,>({
  title,
  intro,
  act,
  made,
  shown,
  ready,
  onSubmit,
  onClose,
  children,
}: Props<T>) => {
  const [strict, setStrict] = useState(false)
  const close = (): void => {
    // The answer holds what is secret: it is not kept longer than it is shown.
    act.reset()
    onClose()
  }
  if (made !== null) return shown(made, close)
  const submit = (): void => {
    setStrict(true)
    if (ready) onSubmit()
  }
  return (
    <FormModal
      title={title}
      intro={intro}
      submit={title}
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {children(strict)}
    </FormModal>
  )
}
