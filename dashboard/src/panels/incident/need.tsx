import {
  CircleCheckBig,
  CircleDashed,
  Hand,
  Search,
  SearchX,
  Trash2,
  UserRoundX,
  type LucideIcon,
} from 'lucide-react'
import { hasEnded, isAsking } from '#contracts/domain/incident/moves.ts'
import { isActive, openSlots, teamOf } from '#contracts/domain/incident/read.ts'
import type { Assignment, Need } from '#contracts/domain/incident/state.ts'
import type { NeedStatus } from '#contracts/domain/incident/words.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Chip, type Tone } from '../../ui/chip.tsx'
import { AssignmentRow } from './assignment-row.tsx'
import { needName } from './names.ts'
import { nextToFill } from './next-to-fill.ts'
import { OfferRow } from './offer-row.tsx'
import { useAsk } from './questions.tsx'
import { StalledNote } from './stalled-note.tsx'

const looks = {
  open: [CircleDashed, 'calm'],
  asking: [Search, 'ink'],
  filled: [CircleCheckBig, 'there'],
  stalled: [SearchX, 'trouble'],
} as const satisfies Record<NeedStatus, readonly [LucideIcon, Tone]>

/** A call for help first, then who is out, then who is done; by slot among themselves. */
const outFirst = (a: Assignment, b: Assignment): number =>
  Number(b.sosAt !== null) - Number(a.sosAt !== null) ||
  Number(isActive(b)) - Number(isActive(a)) ||
  a.slot - b.slot

/** One need: how many are there, who they are, who is being asked, and why it is not filled. */
export const NeedCard = ({ detail, need }: { detail: IncidentDetail; need: Need }) => {
  const text = useText()
  const { needs: words, actions, list } = text.incident
  const may = useMay()
  const ask = useAsk()
  const { incident } = detail
  const team = teamOf(incident, need.id).toSorted(outFirst)
  const offers = incident.offers.filter(({ needId }) => needId === need.id)
  const free = openSlots(incident, need)
  const name = needName(text, need)
  const [icon, tone] = looks[need.status]
  return (
    <li className="rounded-lg border border-line">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-t-lg bg-raised px-3 py-1.5">
        <h4 className="min-w-28 flex-1 font-semibold">{name}</h4>
        <span>
          <span className="sr-only">{list.filled(team.length, need.quantity)}</span>
          <span aria-hidden>
            <b className="font-semibold">{team.length}</b>/{need.quantity}
          </span>
        </span>
        <Chip icon={icon} tone={tone}>
          {text.labels.needStatus[need.status]}
        </Chip>
        <div className="flex items-center gap-1">
          {may('incident.assign') && free > 0 && isAsking(incident.status) && (
            <Button
              size="small"
              icon={Hand}
              shortcut={need.id === nextToFill(incident)?.id ? 'A' : undefined}
              onClick={() => ask({ ask: 'assign', needId: need.id, replaces: null })}
            >
              {actions.assign}
            </Button>
          )}
          {incident.wave > 0 && (
            <IconButton
              icon={UserRoundX}
              label={`${words.notAsked}: ${name}`}
              onClick={() => ask({ ask: 'notAsked', needId: need.id })}
            />
          )}
          {may('incident.plan') && !hasEnded(incident.status) && (
            <IconButton
              icon={Trash2}
              label={`${words.drop}: ${name}`}
              onClick={() => ask({ ask: 'dropNeed', needId: need.id })}
            />
          )}
        </div>
      </div>
      <div className="px-3">
        <StalledNote incident={incident} need={need} />
        <ul className="divide-y divide-line">
          {team.map((assignment) => (
            <AssignmentRow key={assignment.id} detail={detail} assignment={assignment} />
          ))}
          {offers.map((offer) => (
            <OfferRow key={offer.id} detail={detail} offer={offer} />
          ))}
        </ul>
        {free > 0 && offers.length === 0 && need.stalled === null && (
          <p className="py-2 text-soft">{words.slotsFree(free)}</p>
        )}
      </div>
    </li>
  )
}
