import type { ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'

interface Props {
  label: string
  /** The number itself; null: not known yet. */
  value: ReactNode
  /** Beside it: the target, the whole, or what of it is wrong. */
  note?: ReactNode
  trouble?: boolean
  /** Left out where there is little room. */
  roomy?: boolean
  /** The note stays on a phone too. */
  keepNote?: boolean
}

/** One number of the strip: what it is called above, what belongs to it beside it. */
export const Figure = ({ label, value, note, trouble = false, roomy = false, keepNote = false }: Props) => (
  <div
    className={classes(
      'flex shrink-0 grow flex-col justify-center gap-0.5 border-r border-line px-3 py-1.5 last:border-r-0 lg:px-3.5',
      roomy && 'max-xl:hidden',
    )}
  >
    <dt className="text-[0.82rem] leading-tight whitespace-nowrap text-soft">{label}</dt>
    <dd className="flex items-baseline gap-2 whitespace-nowrap">
      <span className={classes('text-[1.4rem] leading-tight font-semibold', trouble && 'text-kritis')}>
        {value ?? '–'}
      </span>
      {note !== undefined && (
        <span className={classes('text-[0.86rem] text-soft', !keepNote && 'max-sm:hidden')}>{note}</span>
      )}
    </dd>
  </div>
)

/** What of a number is wrong, in the colour of trouble; nothing while nothing is. */
export const Wrong = ({ count, children }: { count: number; children: string }) =>
  count === 0 ? null : <span className="font-semibold text-kritis">{children}</span>
