import { lazy, Suspense, useMemo } from 'react'
import { Announcer } from '../panels/alarms/announcer.tsx'
import { useSound } from '../panels/alarms/use-sound.ts'
import { LinkBar } from '../panels/frame/link-bar.tsx'
import { Strip } from '../panels/incidents/strip.tsx'
import { CalmRow } from '../panels/wall/calm-row.tsx'
import { Calm } from '../panels/wall/calm.tsx'
import { WallHead } from '../panels/wall/head.tsx'
import { WallNotices } from '../panels/wall/notices.tsx'
import { wallPages } from '../panels/wall/pages.ts'
import { WallSilent } from '../panels/wall/silent.tsx'
import { TROUBLE_REM, TroubleRow } from '../panels/wall/trouble-row.tsx'
import { wallCity } from '../panels/wall/troubles.ts'
import { useAwake } from '../panels/wall/use-awake.ts'
import { useRoom } from '../panels/wall/use-room.ts'
import { useTurning } from '../panels/wall/use-turning.ts'
import { useLive } from '../live/provider.tsx'
import { useOfficeText } from '../text/office/use-office-text.ts'
import { Loading } from '../ui/empty.tsx'
import { useWide } from '../ui/use-wide.ts'

const CityPanel = lazy(async () => ({ default: (await import('../panels/incidents/city.tsx')).CityPanel }))

/** The commander's wall: what does not go well first, page after page without a touch, and the city beside it. */
export const WallPage = () => {
  const { wall, word } = useOfficeText()
  const city = useLive((view) => view.city)
  const shown = useMemo(
    () => city && wallCity([...city.incidents.values()].map(({ state }) => state)),
    [city],
  )
  const [list, room] = useRoom(TROUBLE_REM)
  const pages = wallPages(shown?.troubles ?? [], room)
  const turning = useTurning(pages.length)
  const sound = useSound()
  const awake = useAwake()
  const hasMap = useWide(64)
  const troubles = shown?.troubles.length ?? 0
  // What was well when the line broke is not said to be well now.
  const fresh = useLive((view) => view.link) === 'live'
  return (
    <div className="flex h-full flex-col bg-ground">
      <Announcer sound={sound} />
      <WallHead turning={turning} pages={pages.length} sound={sound} />
      <LinkBar />
      <WallSilent sound={sound} />
      <WallNotices />
      <main id="isi" className="flex min-h-0 flex-1">
        <section aria-label={wall.wrong(troubles)} className="flex min-w-0 flex-[3] flex-col">
          <h2 className="flex min-h-12 shrink-0 items-center border-b border-line px-4 text-[1.25rem] font-semibold">
            {shown === null ? word.loading : wall.wrong(troubles)}
          </h2>
          <div ref={list} className="min-h-0 flex-1 overflow-y-auto">
            {shown !== null && troubles === 0 && fresh && <p className="p-6 text-[1.75rem]">{wall.well}</p>}
            <ul>
              {pages[turning.page]?.map((trouble) => (
                <TroubleRow key={trouble.incident.id} trouble={trouble} />
              ))}
              {shown?.calm.slice(0, Math.max(0, room - Math.max(1, troubles)) * 2).map((incident) => (
                <CalmRow key={incident.id} incident={incident} />
              ))}
            </ul>
          </div>
          {shown && <Calm incidents={shown.calm} trouble={troubles > 0} />}
        </section>
        {hasMap && (
          <div className="min-h-0 min-w-0 flex-[2] border-l border-line">
            <Suspense fallback={<Loading label={word.loading} />}>
              <CityPanel selected={undefined} />
            </Suspense>
          </div>
        )}
      </main>
      <div className="shrink-0 min-[1600px]:[zoom:1.1] min-[1900px]:[zoom:1.3]">
        <Strip />
      </div>
      {!awake && <p className="bg-raised px-4 py-1 text-soft">{wall.mayDarken}</p>}
    </div>
  )
}
