import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { Key } from './key.tsx'

const looks = {
  primary: 'bg-accent text-on-accent border-transparent hover:brightness-110 font-semibold',
  quiet: 'bg-panel text-ink border-edge/70 hover:bg-raised font-medium',
  plain: 'bg-transparent text-soft border-transparent hover:bg-raised hover:text-ink font-medium',
  danger: 'bg-kritis-mark text-on-mark border-transparent hover:brightness-110 font-semibold',
}

interface Props extends ComponentProps<'button'> {
  look?: keyof typeof looks
  size?: 'normal' | 'small'
  icon?: LucideIcon
  /** Waiting for the server: it keeps the focus, and pressing again does nothing. */
  pending?: boolean
  /** The key that presses this button, shown on it. */
  shortcut?: string
}

/** A button. While `pending` it says so and does nothing. */
export const Button = ({
  look = 'quiet',
  size = 'normal',
  icon: Icon,
  pending = false,
  shortcut,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: Props) => (
  <button
    type={type}
    aria-busy={pending || undefined}
    aria-disabled={pending || undefined}
    aria-keyshortcuts={shortcut}
    onClick={(event) => {
      if (pending) event.preventDefault()
      else onClick?.(event)
    }}
    className={classes(
      'inline-flex items-center justify-center gap-1.5 rounded-md border whitespace-nowrap transition-[background,filter] disabled:opacity-45',
      size === 'small'
        ? 'min-h-7 px-2 text-[0.9rem] pointer-coarse:min-h-10 pointer-coarse:px-3'
        : 'min-h-9 px-3 pointer-coarse:min-h-11',
      looks[look],
      className,
    )}
    {...rest}
  >
    {pending ? (
      <LoaderCircle aria-hidden size={16} className="animate-spin" />
    ) : (
      Icon && <Icon aria-hidden size={16} strokeWidth={2} />
    )}
    {children}
    {shortcut !== undefined && <Key onSolid={look === 'primary'}>{shortcut}</Key>}
  </button>
)

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon
  label: string
}

/** A button that shows a picture only; its label is spoken and shown as a tip. */
export const IconButton = ({ icon: Icon, label, className, type = 'button', ...rest }: IconButtonProps) => (
  <button
    type={type}
    aria-label={label}
    title={label}
    className={classes(
      'inline-grid size-8 shrink-0 place-items-center rounded-md text-soft hover:bg-raised hover:text-ink disabled:opacity-45 pointer-coarse:size-11',
      className,
    )}
    {...rest}
  >
    <Icon aria-hidden size={17} />
  </button>
)
