import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useText } from '../text/context.tsx'
import { Button, IconButton } from './button.tsx'
import { classes } from './classes.ts'
import { Discard } from './discard.tsx'
import { useKeepPage } from './keep-page.ts'
import { isWritten, onLeave, onWritten, untouched } from './leaving.ts'
import { ProblemNote } from './problem-note.tsx'
import { useHeldFocus } from './use-held-focus.ts'

interface ModalProps {
  title: string
  intro?: ReactNode
  wide?: boolean
  /** Something would be lost: a click beside does nothing. */
  firm?: boolean
  /** Esc, the cross, or a click beside. */
  onClose: () => void
  children: ReactNode
}

/** The field that the dialog is about takes the focus; else Radix chooses. */
const focusFirst = (event: Event): void => {
  const content = event.currentTarget
  const first = content instanceof HTMLElement ? content.querySelector<HTMLElement>('[data-first]') : null
  if (first === null) return
  event.preventDefault()
  first.focus()
}

/** A dialog over the screen; on a phone a sheet from below. It exists only while it is open. */
export const Modal = ({ title, intro, wide = false, firm = false, onClose, children }: ModalProps) => {
  const { word } = useText()
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          onOpenAutoFocus={focusFirst}
          onInteractOutside={(event) => {
            if (firm) event.preventDefault()
          }}
          {...(intro === undefined ? { 'aria-describedby': undefined } : {})}
          className={classes(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col rounded-t-xl border border-line bg-panel shadow-2xl',
            'sm:inset-x-auto sm:bottom-auto sm:top-1/2 sm:left-1/2 sm:max-h-[86dvh] sm:w-[calc(100vw-2rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-xl',
            wide ? 'sm:max-w-3xl' : 'sm:max-w-lg',
          )}
        >
          <header className="flex items-start gap-3 px-4 pt-3.5 pb-1 sm:px-5">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-[1.15rem] font-semibold">{title}</Radix.Title>
              {intro !== undefined && (
                <Radix.Description className="mt-0.5 text-soft">{intro}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton icon={X} label={word.close} />
            </Radix.Close>
          </header>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface FormModalProps extends ModalProps {
  submit: string
  look?: 'primary' | 'danger'
  pending: boolean
  disabled?: boolean
  /** Nobody knows whether it was saved: the same can be sent again, nothing else. */
  unsettled?: boolean
  error: Error | null
  onSubmit: () => void
}

/**
 * A dialog that asks and then acts. It stays open, with what was typed, until the server has said yes; Esc does not throw
 * that away without asking. Until then nothing more can be typed: it would not be what is saved.
 */
export const FormModal = ({
  submit,
  look = 'primary',
  pending,
  disabled = false,
  unsettled = false,
  error,
  onSubmit,
  children,
  onClose,
  ...modal
}: FormModalProps) => {
  const { word } = useText()
  const [form, setForm] = useState(untouched)
  useKeepPage(form.typed)
  const button = useRef<HTMLButtonElement>(null)
  const holdFocus = useHeldFocus(pending, button)
  const leave = (): void => {
    const next = onLeave(form, pending)
    if (next === 'leave') onClose()
    else setForm(next)
  }
  const note = ({ target }: FormEvent): void => {
    if (!(target instanceof HTMLInputElement) || isWritten(target)) setForm(onWritten)
  }
  const handle = (event: FormEvent): void => {
    event.preventDefault()
    if (pending || disabled) return
    holdFocus()
    onSubmit()
  }
  return (
    <Modal {...modal} firm={form.typed || pending} onClose={leave}>
      <form noValidate onSubmit={handle} onChange={note} className="flex min-h-0 flex-1 flex-col">
        <div className="flex min-h-0 flex-1 flex-col gap-3.5 overflow-y-auto px-4 py-3 sm:px-5">
          <fieldset disabled={pending || unsettled} className="contents">
            {children}
          </fieldset>
          {error && <ProblemNote error={error} acting />}
        </div>
        <footer className="flex justify-end gap-2 border-t border-line px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5">
          {form.asked && (form.typed || pending) ? (
            <Discard pending={pending} onKeep={leave} onDiscard={onClose} />
          ) : (
            <>
              <Button onClick={pending ? leave : onClose}>{word.cancel}</Button>
              <Button ref={button} type="submit" look={look} pending={pending} disabled={disabled}>
                {submit}
              </Button>
            </>
          )}
        </footer>
      </form>
    </Modal>
  )
}
