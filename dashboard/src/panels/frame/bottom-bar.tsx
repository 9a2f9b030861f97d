import { NavLink } from 'react-router'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { classes } from '../../ui/classes.ts'
import { NewsCount } from '../news/count.tsx'
import { More } from './more.tsx'
import { furtherSections, sections } from './sections.ts'
import { useUnseenAlarms } from './top-bar.tsx'

const tabLook = (isActive: boolean): string =>
  classes(
    'relative flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-[0.82rem] font-medium focus-visible:-outline-offset-2',
    isActive ? 'text-accent' : 'text-soft',
  )

/** The sections, where a thumb reaches them. */
export const BottomBar = () => {
  const { frame } = useText()
  const may = useMay()
  const unseen = useUnseenAlarms()
  return (
    <nav
      aria-label={frame.sections}
      className="flex shrink-0 border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {sections.map(
        ({ to, name, icon: Icon, action }) =>
          may(action) && (
            <NavLink key={to} to={to} className={({ isActive }) => tabLook(isActive)}>
              <Icon aria-hidden size={20} />
              {frame[name]}
              {name === 'incidents' && <NewsCount className="absolute top-1 left-1/2 ml-2" />}
              {name === 'alarms' && unseen > 0 && (
                <span className="absolute top-1 left-1/2 ml-2 rounded-full bg-kritis-mark px-1.5 text-[0.75rem] leading-4.5 font-semibold text-on-mark">
                  {unseen}
                </span>
              )}
            </NavLink>
          ),
      )}
      <More of={furtherSections} className={tabLook} />
    </nav>
  )
}
