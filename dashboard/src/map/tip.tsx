import { useEffect, useState } from 'react'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useSpeech } from '../text/context.tsx'
import { shortMoment } from '../time/wita.ts'
import { PeopleMark } from '../ui/people-mark.tsx'
import { fixOf } from './movers/age.ts'
import type { Movers } from './movers/overlay.ts'
import type { MapVolunteer } from './model.ts'
import { mapText } from './text.ts'
import { DOT_PX } from './use-clicks.ts'

interface Props {
  map: MapLibreMap | null
  movers: Movers | null
  volunteers: readonly MapVolunteer[]
  now: number
}

interface Hovered {
  id: string
  x: number
  y: number
}

/** Under the pointer: what somebody does, and how old it is that we know where he is. */
export const Tip = ({ map, movers, volunteers, now }: Props) => {
  const { language } = useSpeech()
  const text = mapText[language]
  const [hovered, setHovered] = useState<Hovered | null>(null)
  useEffect(() => {
    if (map === null || movers === null) return undefined
    const look = ({ point: { x, y } }: MapMouseEvent): void => {
      const id = movers.at({ x, y }, DOT_PX)?.id
      setHovered(id === undefined ? null : { id, x, y })
    }
    const leave = (): void => setHovered(null)
    const subscriptions = [map.on('mousemove', look), map.on('mouseout', leave), map.on('movestart', leave)]
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe()
    }
  }, [map, movers])
  const volunteer = volunteers.find(({ id }) => id === hovered?.id)
  if (hovered === null || volunteer === undefined) return null
  const fix = fixOf(volunteer, now)
  const mark = fix === 'stale' || volunteer.state === 'off' ? 'stale' : volunteer.state
  return (
    <p
      className="pointer-events-none absolute z-10 flex items-center gap-1.5 rounded-md border border-line bg-panel px-2 py-1 text-[0.88rem] whitespace-nowrap text-ink shadow-sm"
      style={{ left: hovered.x, top: hovered.y, transform: 'translate(-50%, calc(-100% - 12px))' }}
    >
      <PeopleMark of={mark} /> {text.people[volunteer.state]} ·{' '}
      {fix === 'declared' || volunteer.at === null
        ? text.declaredOnly
        : text.lastSeen(shortMoment(volunteer.at, now, language))}
    </p>
  )
}
