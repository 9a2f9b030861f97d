import { classes } from './classes.ts'

const bodies = {
  on_duty: <circle cx="10" cy="10" r="5.4" fill="currentColor" />,
  asked: (
    <>
      <circle cx="10" cy="10" r="3.6" fill="currentColor" />
      <circle cx="10" cy="10" r="7.4" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  on_task: <rect x="4.8" y="4.8" width="10.4" height="10.4" rx="1.2" fill="currentColor" />,
  sos: (
    <>
      <rect x="6.2" y="6.2" width="7.6" height="7.6" rx="1.2" fill="currentColor" />
      <circle cx="10" cy="10" r="7.8" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  stale: <circle cx="10" cy="10" r="4.8" fill="none" stroke="currentColor" strokeWidth="2" />,
}

const tones: Partial<Record<keyof typeof bodies, string>> = { on_task: 'text-ink', sos: 'text-kritis' }

/** What somebody does, by shape and fill as on the map; the word stands beside it. */
export const PeopleMark = ({ of, size = 14 }: { of: keyof typeof bodies; size?: number }) => (
  <svg
    aria-hidden
    viewBox="0 0 20 20"
    width={size}
    height={size}
    className={classes('shrink-0', tones[of] ?? 'text-there')}
  >
    {bodies[of]}
  </svg>
)
