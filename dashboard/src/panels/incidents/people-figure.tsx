import { useMemo } from 'react'
import { boundIn } from '../../live/bound.ts'
import { useLive } from '../../live/provider.tsx'
import { useText } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { PeopleMark } from '../../ui/people-mark.tsx'
import { peopleFigures } from './people-figures.ts'

/** Who there is: on duty and free, asked, on a task, and of how many the position is old. */
export const PeopleFigure = () => {
  const { strip } = useText().incident
  const now = useNow(10_000)
  const city = useLive((view) => view.city)
  const positions = useLive((view) => view.positions)
  const bound = useMemo(() => boundIn(city), [city])
  if (city === null) return null
  const volunteers = [...city.volunteers.values()].map(({ state }) => state)
  const figures = peopleFigures(volunteers, bound, positions, now)
  const shown = [
    ['on_duty', strip.onDuty, figures.onDuty],
    ['asked', strip.asked, figures.asked],
    ['on_task', strip.onTask, figures.onTask],
    ['stale', strip.stale, figures.stale],
  ] as const
  return shown.map(([mark, label, count]) => (
    <div key={mark} className="flex shrink-0 flex-col justify-center gap-0.5 py-1.5 pl-3.5 last:pr-4">
      <dt className="flex items-center gap-1 text-[0.82rem] leading-tight whitespace-nowrap text-soft">
        <PeopleMark of={mark} /> {label}
      </dt>
      <dd className="text-[1.4rem] leading-tight font-semibold">{count}</dd>
    </div>
  ))
}
