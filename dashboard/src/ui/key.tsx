import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** A key of the keyboard, as a picture; hidden where there is none. */
export const Key = ({ children, onSolid = false }: { children: ReactNode; onSolid?: boolean }) => (
  <kbd
    aria-hidden
    className={classes(
      'hidden min-w-5 rounded border px-1 text-center font-sans text-[0.75rem] leading-4.5 font-medium pointer-fine:inline-block',
      onSolid ? 'border-on-accent/50' : 'border-edge/70 text-faint',
    )}
  >
    {children}
  </kbd>
)
