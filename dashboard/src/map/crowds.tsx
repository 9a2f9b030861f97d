import type { Map as MapLibreMap } from 'maplibre-gl'
import { Popover } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../text/context.tsx'
import { classes } from '../ui/classes.ts'
import { SeverityMark, SeverityWord } from '../ui/severity-mark.tsx'
import type { Group } from './groups.ts'
import type { MapIncident } from './model.ts'
import type { MapText } from './text.ts'

interface Props {
  map: MapLibreMap
  selectedId: string | null
  onSelect: (id: string) => void
  text: MapText
}

const Line = ({ incident, ...props }: { incident: MapIncident; chosen: boolean; onClick: () => void }) => {
  const { labels } = useText()
  return (
    <li>
      <button
        type="button"
        aria-current={props.chosen ? 'true' : undefined}
        onClick={props.onClick}
        className={classes(
          'flex min-h-9 w-full items-center gap-2 px-3 py-1 text-left pointer-coarse:min-h-11',
          props.chosen ? 'bg-tint' : 'hover:bg-raised',
        )}
      >
        <SeverityMark severity={incident.severity} />
        <span className="min-w-0">
          <span className="block truncate font-semibold">
            {labels.hazard[incident.hazard]}, {incident.area}
          </span>
          <span className="block text-[0.88rem] text-soft">
            <SeverityWord severity={incident.severity} /> · {incident.number.split('-').at(-1)} ·{' '}
            {labels.incidentStatus[incident.status]}
          </span>
        </span>
      </button>
    </li>
  )
}

/** A button over the mark of a group, unseen until it has the focus; it opens the list of all that lie there. */
const Crowd = ({ map, group, selectedId, onSelect, text }: Props & { group: Group }) => {
  const { labels } = useText()
  const spot = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const [first] = group
  const { lat, lng } = first
  useEffect(() => {
    const place = (): void => {
      const { x, y } = map.project([lng, lat])
      if (spot.current) spot.current.style.transform = `translate(${String(x)}px, ${String(y)}px)`
    }
    place()
    const subscriptions = [map.on('move', place), map.on('resize', place)]
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe()
    }
  }, [map, lat, lng])
  const name = text.crowd(group.length, labels.severity[first.severity].toLowerCase())
  return (
    <span ref={spot} className="absolute top-0 left-0">
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          aria-label={name}
          title={name}
          className="absolute size-7 -translate-1/2 cursor-pointer rounded-full pointer-coarse:size-10"
        />
        <Popover.Portal>
          <Popover.Content
            aria-label={name}
            sideOffset={6}
            collisionPadding={8}
            className="z-30 max-h-80 w-72 overflow-y-auto rounded-md border border-edge bg-panel py-1 shadow-xl"
          >
            <ul>
              {group.map((incident) => (
                <Line
                  key={incident.id}
                  incident={incident}
                  chosen={incident.id === selectedId}
                  onClick={() => {
                    setOpen(false)
                    onSelect(incident.id)
                  }}
                />
              ))}
            </ul>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </span>
  )
}

/** Where several incidents lie on each other: for the pointer and for the keyboard. */
export const Crowds = ({ groups, ...props }: Props & { groups: readonly Group[] }) =>
  groups
    .filter(({ length }) => length > 1)
    .map((group) => (
      <Crowd
        key={group
          .map(({ id }) => id)
          .toSorted()
          .join(' ')}
        group={group}
        {...props}
      />
    ))
