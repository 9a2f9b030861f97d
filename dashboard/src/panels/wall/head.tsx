import { Pause, Play, X } from 'lucide-react'
import { Link } from 'react-router'
import { useMe } from '../../session/context.tsx'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { clockSeconds, longDate } from '../../time/wita.ts'
import { useNow } from '../../time/now.tsx'
import { Key } from '../../ui/key.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { MuteButton } from '../alarms/mute-button.tsx'
import type { Sound } from '../alarms/use-sound.ts'
import { Freshness } from '../frame/freshness.tsx'
import type { Turning } from './use-turning.ts'

const button =
  'inline-flex min-h-10 items-center gap-2 rounded-md px-3 font-medium text-soft hover:bg-raised hover:text-ink'

/** The time for the whole room, how fresh the wall is, and the few things that can be pressed. */
export const WallHead = ({ turning, pages, sound }: { turning: Turning; pages: number; sound: Sound }) => {
  const { text, language } = useOfficeSpeech()
  const { wall } = text
  const now = useNow()
  const { agencyName } = useMe()
  const { page, paused, pause } = turning
  useShortcuts({ p: () => pause(!paused) })
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-5 gap-y-1 border-b border-line bg-panel px-4 py-2">
      <p className="text-[2.5rem] leading-none font-semibold tabular-nums max-sm:text-[2rem]">
        {clockSeconds(now, language)}
      </p>
      <p className="text-[1.05rem] leading-tight whitespace-nowrap text-soft max-sm:text-[0.93rem]">
        WITA
        <span className="block">{longDate(now, language)}</span>
      </p>
      <h1 className="min-w-0 truncate text-[1.25rem] font-semibold max-xl:sr-only">
        {wall.title} <span className="font-normal text-soft">{agencyName}</span>
      </h1>
      <div className="ml-auto flex items-center gap-2 text-[1.05rem] max-sm:-mx-2 max-sm:w-full max-sm:justify-between">
        <Freshness />
        {pages > 1 && (
          <button type="button" aria-keyshortcuts="P" onClick={() => pause(!paused)} className={button}>
            {paused ? <Play aria-hidden size={18} /> : <Pause aria-hidden size={18} />}
            {paused ? wall.go : wall.pause} {wall.page(page + 1, pages)}
            <Key>P</Key>
          </button>
        )}
        <MuteButton sound={sound} />
        <Link to="/" className={button}>
          <X aria-hidden size={18} /> {wall.leave}
        </Link>
      </div>
    </header>
  )
}
