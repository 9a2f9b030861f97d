import { Link } from 'react-router'
import type { PartnerHealth, PartnerView } from '#contracts/wire/routes/partner-views.ts'
import { useHealthOf } from '../../api/partner-queries.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useMoment } from '../../time/moment.tsx'
import { Chip, Flag } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { isBuiltIn } from './built-in.ts'
import { CircuitChip, StatusChip } from './states.tsx'

/** The few words about a connection that decide whether one has to look: its last sign, its queue, its dead letters. */
const Pulse = ({ health }: { health: PartnerHealth }) => {
  const { health: words } = useOfficeText().partners
  const moment = useMoment()
  const { lastDeliveredAt, pending, waiting } = health.deliveries
  return (
    <span className="flex flex-wrap gap-x-3 text-[0.88rem] text-soft">
      <span>
        {words.lastDelivered}: {lastDeliveredAt === null ? words.never : moment(lastDeliveredAt)}
      </span>
      {pending > 0 && <span>{words.queued(pending)}</span>}
      {waiting > 0 && <span className="font-semibold text-kritis">{words.waiting(waiting)}</span>}
    </span>
  )
}

const Row = ({
  partner,
  health,
  selected,
}: {
  partner: PartnerView
  health: PartnerHealth | undefined
  selected: boolean
}) => {
  const { partners: words } = useOfficeText()
  const { id, name, ref, sandbox, status } = partner
  return (
    <li>
      <Link
        to={`/mitra/${id}`}
        aria-current={selected ? 'true' : undefined}
        className={classes(
          'flex flex-col gap-0.5 border-b border-line px-3.5 py-2.5 focus-visible:-outline-offset-2',
          selected ? 'bg-tint shadow-[inset_3px_0_0_var(--accent)]' : 'hover:bg-raised',
        )}
      >
        <span className="flex items-center justify-between gap-2">
          <span className="flex min-w-0 items-center gap-2">
            <span className="truncate font-semibold">{name}</span>
            {sandbox && <Flag tone="drill">{words.sandbox}</Flag>}
          </span>
          {isBuiltIn(partner) ? (
            <Chip>{words.builtIn}</Chip>
          ) : status === 'disabled' ? (
            <StatusChip status={status} />
          ) : (
            health && <CircuitChip circuit={health.circuit} />
          )}
        </span>
        <span className="truncate text-[0.88rem] text-faint">{ref}</span>
        {health && !isBuiltIn(partner) && <Pulse health={health} />}
      </Link>
    </li>
  )
}

const byTrouble: Record<PartnerHealth['circuit'], number> = { gone: 0, open: 1, closed: 2, none: 2 }

/** Partners, those in trouble first, else by name. */
export const PartnerList = ({
  partners,
  selected,
}: {
  partners: readonly PartnerView[]
  selected: string | undefined
}) => {
  const healths = useHealthOf(partners.map(({ id }) => id))
  const known = partners.map((partner, index) => ({ partner, health: healths[index] }))
  const rank = ({ health }: (typeof known)[number]): number =>
    health === undefined ? 2 : health.deliveries.waiting > 0 ? 1 : byTrouble[health.circuit]
  return (
    <ul aria-label={useOfficeText().partners.title}>
      {known
        .toSorted((a, b) => rank(a) - rank(b) || a.partner.name.localeCompare(b.partner.name, 'id'))
        .map(({ partner, health }) => (
          <Row key={partner.id} partner={partner} health={health} selected={partner.id === selected} />
        ))}
    </ul>
  )
}
