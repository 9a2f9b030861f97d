import type { Severity } from '#contracts/domain/words.ts'
import { useText } from '../text/context.tsx'
import { classes } from './classes.ts'

const shapes = {
  kritis: {
    tone: 'text-kritis-mark',
    body: <path fill="currentColor" d="M6.2 1.5h7.6l4.7 4.7v7.6l-4.7 4.7H6.2l-4.7-4.7V6.2z" />,
    sign: true,
  },
  tinggi: {
    tone: 'text-tinggi-mark',
    body: (
      <path
        fill="currentColor"
        stroke="currentColor"
        strokeLinejoin="round"
        strokeWidth="1.6"
        d="M10 2.2 18.6 17H1.4z"
      />
    ),
    sign: true,
  },
  sedang: {
    tone: 'text-sedang-mark',
    body: <path fill="currentColor" stroke="currentColor" strokeLinejoin="round" d="M10 2 18 10l-8 8-8-8z" />,
    sign: false,
  },
  rendah: {
    tone: 'text-soft',
    body: <circle cx="10" cy="10" r="6.6" fill="none" stroke="currentColor" strokeWidth="2.2" />,
    sign: false,
  },
} satisfies Record<Severity, { tone: string; body: React.ReactNode; sign: boolean }>

/** The shape of a severity; the word stands beside it. Shape, word and colour say the same. */
export const SeverityMark = ({ severity, size = 18 }: { severity: Severity; size?: number }) => {
  const { tone, body, sign } = shapes[severity]
  return (
    <svg aria-hidden viewBox="0 0 20 20" width={size} height={size} className={classes('shrink-0', tone)}>
      {body}
      {sign && (
        <g
          className="text-on-mark"
          fill="currentColor"
          transform={severity === 'tinggi' ? 'translate(0 1.6)' : ''}
        >
          <rect x="9" y="5.2" width="2" height="6" rx="1" />
          <circle cx="10" cy="13.6" r="1.25" />
        </g>
      )}
    </svg>
  )
}

const words = {
  kritis: 'text-kritis',
  tinggi: 'text-tinggi',
  sedang: 'text-sedang',
  rendah: 'text-soft',
} satisfies Record<Severity, string>

/** The word of a severity in its colour. */
export const SeverityWord = ({ severity }: { severity: Severity }) => (
  <span className={classes('font-semibold', words[severity])}>{useText().labels.severity[severity]}</span>
)
