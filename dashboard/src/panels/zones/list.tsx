import { useState } from 'react'
import { isWithin } from '#contracts/domain/zone/ring.ts'
import type { ZoneView } from '#contracts/wire/routes/zones.ts'
import { useMapData } from '../../live/map-data.ts'
import { useMay } from '../../session/context.tsx'
import { useSpeech, useText } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FormModal } from '../../ui/dialog.tsx'
import { Empty, Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Check } from '../../ui/field.tsx'
import { useZoneAct, useZoneList } from './act.ts'
import { ZoneHistory } from './history.tsx'

const EndDialog = ({ zone, onClose }: { zone: ZoneView; onClose: () => void }) => {
  const { zones: words } = useText()
  const announce = useAnnounce()
  const act = useZoneAct('endZone', () => {
    announce(words.ended)
    onClose()
  })
  return (
    <FormModal
      title={words.endTitle}
      intro={words.endIntro}
      submit={words.end}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate({ params: { id: zone.id }, body: {} })}
      onClose={onClose}
    >
      <p>
        {words.kind[zone.kind]}: {zone.reason}
      </p>
    </FormModal>
  )
}

/** Who is inside as far as his position is known: those on duty, and those who were asked or are out. */
const useInside = ({ polygon }: ZoneView): { waiting: number; out: number } => {
  const { volunteers } = useMapData(useNow(10_000))
  const [ring] = polygon.coordinates
  const inside = volunteers.filter((one) => one.source !== 'declared' && isWithin(one, ring))
  const waiting = inside.filter(({ state }) => state === 'on_duty').length
  return { waiting, out: inside.length - waiting }
}

interface RowProps {
  zone: ZoneView
  onChange: () => void
  onEnd: () => void
}

const Row = ({ zone, onChange, onEnd }: RowProps) => {
  const { zoneEdit } = useOfficeText()
  const lasts = zone.state === 'planned' || zone.state === 'active'
  const { text, language } = useSpeech()
  const { zones: words, labels } = text
  const now = useNow(60_000)
  const may = useMay()
  const { waiting, out } = useInside(zone)
  const moment = (at: string): string => shortMoment(at, now, language)
  return (
    <li className="space-y-0.5 border-b border-line px-4 py-3 lg:px-5">
      <div className="flex items-start justify-between gap-3">
        <p className="font-semibold">
          {words.kind[zone.kind]} ·{' '}
          <Chip tone={zone.state === 'active' ? 'ink' : 'calm'}>{words.state[zone.state]}</Chip>
          {zone.drill && <Chip>{words.drill}</Chip>}
        </p>
        {lasts && may('zone.draw') && (
          <span className="flex shrink-0 gap-1.5">
            <Button size="small" onClick={onChange}>
              {zoneEdit.change}
            </Button>
            <Button size="small" onClick={onEnd}>
              {words.end}
            </Button>
          </span>
        )}
      </div>
      <p>{zone.reason}</p>
      <p className="text-soft">
        {words.bars}: {zone.bars.map((vehicle) => labels.vehicle[vehicle]).join(', ')}
      </p>
      <p className="text-soft tabular-nums">{words.times(moment(zone.from), moment(zone.until))}</p>
      {lasts && <p className={out > 0 ? 'font-medium' : 'text-soft'}>{words.inside(waiting, out)}</p>}
      <p className="text-faint">{words.by(zone.drawnBy.displayName)}</p>
      <ZoneHistory id={zone.id} />
    </li>
  )
}

/** The zones that are planned or in force, the newest first; on demand those that are over too. */
export const ZoneList = ({ onChange }: { onChange: (zone: ZoneView) => void }) => {
  const { zoneEdit } = useOfficeText()
  const [past, setPast] = useState(false)
  const { zones: words, word } = useText()
  const read = useZoneList(past)
  const [ending, setEnding] = useState<ZoneView | null>(null)
  if (read.isError && read.data === undefined)
    return (
      <div className="px-4 pb-3 lg:px-5">
        <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
      </div>
    )
  if (read.data === undefined) return <Loading label={word.loading} />
  const { zones } = read.data
  return (
    <>
      {zones.length === 0 ? (
        <Empty title={words.none} hint={words.noneHint} />
      ) : (
        <ul>
          {zones.map((zone) => (
            <Row key={zone.id} zone={zone} onChange={() => onChange(zone)} onEnd={() => setEnding(zone)} />
          ))}
        </ul>
      )}
      <div className="px-4 py-3 lg:px-5">
        <Check label={zoneEdit.past} checked={past} onChange={({ target }) => setPast(target.checked)} />
      </div>
      {ending && <EndDialog zone={ending} onClose={() => setEnding(null)} />}
    </>
  )
}
