import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'

const tones = {
  calm: 'text-soft',
  ink: 'text-ink',
  there: 'text-there',
  wait: 'text-tinggi',
  trouble: 'text-kritis',
}
export type Tone = keyof typeof tones

/** A state in words, with a small picture. It has no frame: what has a frame can be pressed. */
export const Chip = ({
  icon: Icon,
  tone = 'calm',
  children,
}: {
  icon?: LucideIcon
  tone?: Tone
  children: ReactNode
}) => (
  <span className={classes('inline-flex items-center gap-1 font-medium whitespace-nowrap', tones[tone])}>
    {Icon && <Icon aria-hidden size={14} strokeWidth={2.2} className="shrink-0" />}
    {children}
  </span>
)

const flags = {
  trouble: 'bg-kritis-mark text-on-mark',
  fresh: 'bg-ink text-panel',
  drill: 'border border-dashed border-edge text-ink leading-4.5',
}

/** For the few things that must be seen from across the room. */
export const Flag = ({ tone, children }: { tone: keyof typeof flags; children: ReactNode }) => (
  <span
    className={classes(
      'inline-flex items-center gap-1 rounded px-1.5 text-[0.82rem] leading-5 font-semibold whitespace-nowrap',
      flags[tone],
    )}
  >
    {children}
  </span>
)
