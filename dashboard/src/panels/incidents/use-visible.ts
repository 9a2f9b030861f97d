import { useState } from 'react'
import type { IncidentSummary } from '#contracts/wire/routes/views.ts'
import { useText } from '../../text/context.tsx'
import { useAreas } from '../shared/areas.ts'
import { sifted, steady, worstFirst, type Sieve } from './sieve.ts'

/** The incidents of a list: sifted, searched, worst first, and never re-sorted under the pointer. */
export const useVisible = (
  incidents: readonly IncidentSummary[],
  sieve: Exclude<Sieve, 'archive'>,
  q: string,
) => {
  const { labels } = useText()
  const areas = useAreas()
  const [held, setHeld] = useState<string[] | null>(null)

  const wanted = q.trim().toLocaleLowerCase('id')
  const matches = (incident: IncidentSummary): boolean =>
    [incident.number, incident.title, labels.hazard[incident.hazard], areas.fullNameOf(incident.place)]
      .join(' ')
      .toLocaleLowerCase('id')
      .includes(wanted)

  const sorted = [...sifted(incidents, sieve)].filter(matches).sort(worstFirst)
  const byId = new Map(sorted.map((incident) => [incident.id, incident]))
  const order = steady(held, [...byId.keys()])
  const visible = order.flatMap((id) => byId.get(id) ?? [])
  return { visible, hold: () => setHeld(order), release: () => setHeld(null) }
}
