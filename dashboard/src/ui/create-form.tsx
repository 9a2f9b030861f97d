import { useState, type ReactNode } from 'react'
import { FormModal } from './dialog.tsx'

interface Props {
  /** Title and button say the same. */
  title: string
  intro: string
  act: { isPending: boolean; error: Error | null }
  /** What is shown once of what the server made; null before. */
  shown: ReactNode
  /** Everything is filled in as it must be. */
  ready: boolean
  onSubmit: () => void
  onClose: () => void
  /** `strict`: what is missing is marked from now on. */
  children: (strict: boolean) => ReactNode
}

/** Somebody or something new; then what is shown of it this once. */
export const CreateForm = ({ title, intro, act, shown, ready, onSubmit, onClose, children }: Props) => {
  const [strict, setStrict] = useState(false)
  if (shown !== null) return shown
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
