import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** A name and what it says, below each other; within a `dl`. */
export const Pair = ({
  label,
  wide = false,
  children,
}: {
  label: string
  wide?: boolean
  children: ReactNode
}) => (
  <div className={classes('min-w-0', wide && 'col-span-full')}>
    <dt className="label-small">{label}</dt>
    <dd className="min-w-0 wrap-anywhere">{children}</dd>
  </div>
)
