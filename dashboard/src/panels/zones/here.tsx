import { TriangleAlert } from 'lucide-react'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { isWithin } from '#contracts/domain/zone/ring.ts'
import { isInForce } from '#contracts/domain/zone/zone.ts'
import { useZones } from '../../live/zones.ts'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'

/** Says that an incident lies in a danger zone, and who is therefore not sent: before anybody assigns by hand. */
export const ZonesHere = ({ incident }: { incident: Incident }) => {
  const { text, language } = useSpeech()
  const { zones: words, labels } = text
  const now = useNow(10_000)
  const zones = useZones(now)
  if (hasEnded(incident.status)) return null
  const at = new Date(now).toISOString()
  const here = zones.filter(
    (zone) => isInForce(zone, incident.drill, at) && isWithin(incident.place, zone.ring),
  )
  return here.map((zone) => (
    <p key={zone.id} className="flex items-start gap-2 border-b border-line bg-raised px-4 py-2.5 lg:px-5">
      <TriangleAlert aria-hidden size={17} className="mt-0.5 shrink-0" />
      <span>
        {words.here(
          words.kind[zone.kind],
          zone.bars.map((vehicle) => labels.vehicle[vehicle].toLocaleLowerCase(language)).join(', '),
          shortMoment(zone.until, now, language),
        )}
      </span>
    </p>
  ))
}
