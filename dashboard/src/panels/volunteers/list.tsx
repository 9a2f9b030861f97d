import { Car, LifeBuoy, Motorbike, Truck, type LucideIcon } from 'lucide-react'
import { Link } from 'react-router'
import type { Vehicle } from '#contracts/domain/words.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useText } from '../../text/context.tsx'
import { Chip, Flag } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { usePartnerName } from '../shared/partners.ts'
import { DutyChip, StandingChip } from './states.tsx'
import { Whereabouts } from './whereabouts.tsx'

const vehicles: Record<Vehicle, LucideIcon> = { motorcycle: Motorbike, car: Car, pickup: Truck }

const Row = ({ volunteer, selected }: { volunteer: VolunteerView; selected: boolean }) => {
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
          <DutyChip duty={volunteer.duty} />
          {volunteer.bound && (
            <span className="text-[0.88rem] text-ink">
              <Chip>{words.onTask}</Chip>
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

/** A call for help first, then who is bound, who is on duty, and the others; by name among themselves. */
const needfulFirst = (a: VolunteerView, b: VolunteerView): number =>
  Number(b.sosAt !== null) - Number(a.sosAt !== null) ||
  Number(b.bound !== null) - Number(a.bound !== null) ||
  dutyFirst[a.duty] - dutyFirst[b.duty] ||
  a.displayName.localeCompare(b.displayName, 'id')

export const VolunteerList = ({
  volunteers,
  selected,
}: {
  volunteers: readonly VolunteerView[]
  selected: string | undefined
}) => (
  <ul aria-label={useText().volunteers.title}>
    {volunteers.toSorted(needfulFirst).map((volunteer) => (
      <Row key={volunteer.id} volunteer={volunteer} selected={volunteer.id === selected} />
    ))}
  </ul>
)
