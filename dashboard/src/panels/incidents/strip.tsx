import { useAlarms, useOpenIncidents } from '../../api/queries.ts'
import { useText } from '../../text/context.tsx'
import { classes } from '../../ui/classes.ts'

interface FigureProps {
  label: string
  value: number | null
  of?: number
  trouble?: boolean
  /** Said elsewhere on a phone. */
  roomy?: boolean
}

const Figure = ({ label, value, of, trouble = false, roomy = false }: FigureProps) => (
  <div
    className={classes(
      'flex flex-1 items-baseline gap-x-2 border-r border-line px-3 py-2 last:border-r-0 lg:px-4',
      roomy && 'max-lg:hidden',
    )}
  >
    <dt className="order-2 text-[0.86rem] whitespace-nowrap text-soft">{label}</dt>
    <dd
      className={classes(
        'order-1 text-[1.2rem] leading-none font-semibold',
        trouble && value !== null && value > 0 && 'text-kritis',
      )}
    >
      {value ?? '–'}
      {of !== undefined && <span className="text-[0.95rem] font-normal text-soft">/{of}</span>}
    </dd>
  </div>
)

/** The few numbers of now. Drills do not count. */
export const Strip = () => {
  const { strip } = useText().incident
  const incidents = useOpenIncidents().data?.incidents.filter(({ drill }) => !drill)
  const alarms = useAlarms().data?.alarms
  const sum = (of: 'filled' | 'wanted'): number | undefined =>
    incidents?.reduce((total, { slots }) => total + slots[of], 0)
  const wanted = sum('wanted')
  return (
    <dl aria-label={strip.label} className="flex shrink-0 border-b border-line bg-panel">
      <Figure roomy label={strip.active} value={incidents?.length ?? null} />
      <Figure
        label={strip.critical}
        value={incidents?.filter(({ severity }) => severity === 'kritis').length ?? null}
        trouble
      />
      <Figure
        label={strip.unverified}
        value={incidents?.filter(({ status }) => status === 'reported').length ?? null}
      />
      <Figure
        label={strip.slots}
        value={sum('filled') ?? null}
        {...(wanted === undefined ? {} : { of: wanted })}
      />
      <Figure
        roomy
        label={strip.offers}
        value={incidents?.reduce((total, { openOffers }) => total + openOffers, 0) ?? null}
      />
      <Figure
        roomy
        label={strip.alarms}
        value={alarms?.filter(({ acknowledgedAt }) => acknowledgedAt === null).length ?? null}
        trouble
      />
    </dl>
  )
}
