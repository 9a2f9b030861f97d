import { useState } from 'react'
import type { IncidentDetail, IncidentSummary } from '#contracts/wire/routes/views.ts'
import { steady } from '../incidents/sieve.ts'
import { waitingOf, type Decided } from './waiting.ts'

const nothing: Decided = new Map()

/**
 * The reports that wait, and the one that is looked at. It stays, whatever comes before it in the list and whoever else
 * decides it: only a decision made here, or a person, moves on to another one.
 */
export const useQueue = (incidents: readonly IncidentSummary[]) => {
  const [decided, setDecided] = useState(nothing)
  const [pinned, setPinned] = useState<string | null>(null)
  const [held, setHeld] = useState<string[] | null>(null)
  const sorted = waitingOf(incidents, decided)
  const byId = new Map(sorted.map((incident) => [incident.id, incident]))
  const order = steady(held, [...byId.keys()])
  const first = order[0] ?? null
  if (pinned === null && first !== null) setPinned(first)
  return {
    waiting: order.flatMap((id) => byId.get(id) ?? []),
    chosen: pinned ?? first,
    choose: setPinned,
    /** To the first that waits. */
    next: () => setPinned(null),
    walk: (by: number) => {
      const to = order[order.findIndex((id) => id === pinned) + by]
      if (to !== undefined) setPinned(to)
    },
    /** This desk has decided a report. If it is still the one looked at, the next one follows. */
    leave: ({ version, incident: { id } }: IncidentDetail) => {
      setDecided((known) => new Map(known).set(id, version))
      setPinned((known) => (known === id ? null : known))
    },
    /** Nothing moves under the pointer. */
    hold: () => setHeld(order),
    release: () => setHeld(null),
  }
}
