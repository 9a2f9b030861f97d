import { CircleHelp, Plus, Settings } from 'lucide-react'
import { Link, NavLink } from 'react-router'
import { useAlarms } from '../../api/queries.ts'
import { useMay, useMe } from '../../session/context.tsx'
import { useSpeech } from '../../text/context.tsx'
import { clockSeconds } from '../../time/wita.ts'
import { useNow } from '../../time/now.tsx'
import { MuteButton } from '../alarms/mute-button.tsx'
import type { Sound } from '../alarms/use-sound.ts'
import { IconButton } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Key } from '../../ui/key.tsx'
import { NewsCount } from '../news/count.tsx'
import { Freshness } from './freshness.tsx'
import { Mark } from './mark.tsx'
import { More } from './more.tsx'
import { barSections, furtherSections, rareSections, sections } from './sections.ts'

const WallClock = () => {
  const { text, language } = useSpeech()
  const now = useNow()
  return (
    <time className="hidden font-semibold whitespace-nowrap xl:block">
      {text.frame.clock(clockSeconds(now, language))}
    </time>
  )
}

export const useUnseenAlarms = (): number =>
  useAlarms().data?.alarms.filter(({ acknowledgedAt }) => acknowledgedAt === null).length ?? 0

const linkLook = (isActive: boolean): string =>
  classes(
    'inline-flex min-h-8 items-center gap-1.5 rounded-md px-2.5 font-medium',
    isActive ? 'bg-raised text-ink' : 'text-soft hover:bg-raised hover:text-ink',
  )

interface Props {
  sound: Sound
  onHelp: () => void
  onSettings: () => void
}

export const TopBar = ({ sound, onHelp, onSettings }: Props) => {
  const { frame } = useSpeech().text
  const may = useMay()
  const { agencyName } = useMe()
  const unseen = useUnseenAlarms()
  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-panel px-3 pointer-coarse:h-14 lg:gap-3 lg:px-4">
      <Link to="/" className="flex items-center gap-2 font-semibold">
        <Mark />
        <span className="whitespace-nowrap max-sm:sr-only">{frame.product}</span>
      </Link>
      <span className="hidden truncate border-l border-line pl-3 text-soft 2xl:block">{agencyName}</span>
      <nav aria-label={frame.sections} className="hidden items-center gap-0.5 md:flex">
        {sections.map(
          ({ to, name, action, below }) =>
            !below &&
            may(action) && (
              <NavLink key={to} to={to} className={({ isActive }) => linkLook(isActive)}>
                {frame[name]}
                {name === 'incidents' && <NewsCount />}
                {name === 'alarms' && unseen > 0 && (
                  <span className="rounded bg-kritis-mark px-1.5 text-[0.8rem] leading-5 font-semibold text-on-mark">
                    {unseen}
                  </span>
                )}
              </NavLink>
            ),
        )}
        {barSections.map(
          ({ to, name, action }) =>
            may(action) && (
              <NavLink
                key={to}
                to={to}
                className={({ isActive }) => classes(linkLook(isActive), 'max-xl:hidden')}
              >
                {frame[name]}
              </NavLink>
            ),
        )}
        <More of={furtherSections} className={(isActive) => classes(linkLook(isActive), 'xl:hidden')} />
        <More of={rareSections} className={(isActive) => classes(linkLook(isActive), 'max-xl:hidden')} />
      </nav>
      <div className="ml-auto flex min-w-0 items-center gap-1 lg:gap-2">
        <Freshness />
        <WallClock />
        {may('incident.read') && <MuteButton sound={sound} />}
        <IconButton icon={CircleHelp} label={frame.help} onClick={onHelp} className="max-md:hidden" />
        <IconButton icon={Settings} label={frame.settings} onClick={onSettings} />
        {may('incident.report') && (
          <Link
            to="/kejadian/baru"
            aria-keyshortcuts="N"
            className="inline-flex min-h-9 items-center gap-1.5 rounded-md bg-accent px-3 font-semibold whitespace-nowrap text-on-accent hover:brightness-110 pointer-coarse:min-h-11"
          >
            <Plus aria-hidden size={17} strokeWidth={2.4} />
            <span className="sr-only sm:not-sr-only">{frame.newIncident}</span>
            <Key onSolid>N</Key>
          </Link>
        )}
      </div>
    </header>
  )
}
