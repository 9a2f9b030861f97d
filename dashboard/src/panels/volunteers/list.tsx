import { Car, LifeBuoy, Motorbike, Truck, type LucideIcon } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { Vehicle } from '#contracts/domain/words.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { Flag } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { usePartnerName } from '../shared/partners.ts'
import { DutyChip, StandingChip } from './states.tsx'
import { boundIn, type Bound } from '../../live/bound.ts'
import { useLive } from '../../live/provider.tsx'
import { PeopleMark } from '../../ui/people-mark.tsx'
import { asOfNow } from './present.ts'
import { Whereabouts } from './whereabouts.tsx'

const vehicles: Record<Vehicle, LucideIcon> = { motorcycle: Motorbike, car: Car, pickup: Truck }

interface RowProps {
  volunteer: VolunteerView
  /** What he is asked or does at this moment. */
  bound: Bound['state'] | undefined
  selected: boolean
}

const Row = ({ volunteer, bound, selected }: RowProps) => {
  const { labels, volunteers: words } = useText()
  const partnerName = usePartnerName()
  const Picture = vehicles[volunteer.vehicle]
  return (
    <li>
      <Link
        to={`/relawan/${volunteer.id}`}
        aria-current={selected ? 'true' : undefined}
        className={classes(
          'grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-2.5 border-b border-line px-3.5 py-2 focus-visible:-outline-offset-2 lg:grid-cols-[1.25rem_minmax(0,1.1fr)_minmax(0,1.2fr)_7rem_8.5rem]',
          selected ? 'bg-tint shadow-[inset_3px_0_0_var(--accent)]' : 'hover:bg-raised',
        )}
      >
        <Picture aria-hidden size={18} className="text-soft" />
        <span className="min-w-0">
          <span className="flex items-center gap-2">
            <span className="truncate font-semibold">{volunteer.displayName}</span>
            {volunteer.sosAt !== null && (
              <Flag tone="trouble">
                <LifeBuoy aria-hidden size={13} /> {words.sos}
              </Flag>
            )}
          </span>
          <span className="block truncate text-[0.88rem] text-soft">
            {labels.vehicle[volunteer.vehicle]} · {volunteer.plate} · {partnerName(volunteer.partnerId)}
          </span>
        </span>
        <span className="min-w-0 truncate text-[0.93rem] max-lg:hidden">
          <Whereabouts volunteer={volunteer} />
        </span>
        <span className="flex flex-col items-end lg:items-start">
          {bound === undefined ? (
            <DutyChip duty={volunteer.duty} />
          ) : (
            <span className="inline-flex items-center gap-1.5 font-medium whitespace-nowrap">
              <PeopleMark of={bound} />
              {bound === 'asked' ? words.summary.asked : words.summary.onTask}
            </span>
          )}
          {volunteer.standing !== 'active' && (
            <span className="lg:hidden">
              <StandingChip standing={volunteer.standing} />
            </span>
          )}
        </span>
        <span className="max-lg:hidden">
          {volunteer.standing !== 'active' && <StandingChip standing={volunteer.standing} />}
        </span>
      </Link>
    </li>
  )
}

const dutyFirst: Record<VolunteerView['duty'], number> = { on: 0, paused: 1, off: 2 }

const doesFirst = { on_task: 0, asked: 1 } as const

/** A call for help first, then who is on a task, who is asked, who is on duty, and the others; by name among themselves. */
const needfulFirst = (bound: ReadonlyMap<string, Bound>) => {
  const does = ({ id }: VolunteerView): number => {
    const state = bound.get(id)?.state
    return state === undefined ? 2 : doesFirst[state]
  }
  return (a: VolunteerView, b: VolunteerView): number =>
    Number(b.sosAt !== null) - Number(a.sosAt !== null) ||
    does(a) - does(b) ||
    dutyFirst[a.duty] - dutyFirst[b.duty] ||
    a.displayName.localeCompare(b.displayName, 'id')
}

/** Drawn at once; who needs somebody stands first, and whoever looks for one person searches. */
const AT_ONCE = 300

interface Props {
  volunteers: readonly VolunteerView[]
  selected: string | undefined
}

export const VolunteerList = ({ volunteers, selected }: Props) => {
  const city = useLive((view) => view.city)
  const bound = useMemo(() => boundIn(city), [city])
  const { volunteers: words, word } = useText()
  const [most, setMost] = useState(AT_ONCE)
  const sorted = useMemo(
    () => asOfNow(volunteers, city).toSorted(needfulFirst(bound)),
    [volunteers, city, bound],
  )
  return (
    <>
      <ul aria-label={words.title}>
        {sorted.slice(0, most).map((volunteer) => (
          <Row
            key={volunteer.id}
            volunteer={volunteer}
            bound={bound.get(volunteer.id)?.state}
            selected={volunteer.id === selected}
          />
        ))}
      </ul>
      {sorted.length > most && (
        <p className="p-3.5">
          <Button onClick={() => setMost(most + AT_ONCE)}>
            {word.showMore} ({sorted.length - most})
          </Button>
        </p>
      )}
    </>
  )
}
