import { ChevronDown } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { severities } from '#contracts/domain/words.ts'
import { useText } from '../text/context.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { paint, type Mark } from './marks/mark.ts'
import { peopleMark } from './marks/people.ts'
import { peopleStates } from './model.ts'
import { usePalette } from './palette.ts'
import type { MapText } from './text.ts'

const SIZE_PX = 18

/** The very mark of the map. */
const MarkSample = ({ mark }: { mark: Mark }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const palette = usePalette()
  useEffect(() => {
    const ratio = Math.ceil(window.devicePixelRatio)
    if (canvas.current !== null) paint(canvas.current, mark, { size: SIZE_PX, ratio, palette })
  }, [mark, palette])
  return <canvas ref={canvas} aria-hidden className="size-[18px]" />
}

const Entry = ({ sample, children }: { sample: ReactNode; children: ReactNode }) => (
  <li className="flex items-center gap-1.5 whitespace-nowrap">
    <span className="grid w-5 place-items-center">{sample}</span>
    {children}
  </li>
)

const Group = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <h3 className="sr-only">{name}</h3>
    <ul className="grid grid-cols-2 gap-x-3 gap-y-1">{children}</ul>
  </div>
)

const stale = peopleMark('on_duty', 'stale')
const declared = peopleMark('on_duty', 'declared')
const states = peopleStates
  .filter((state) => state !== 'off')
  .map((state) => ({ state, mark: peopleMark(state, 'fresh') }))

const Count = () => (
  <span className="grid size-[18px] place-items-center rounded-full border-[1.5px] border-there text-[0.7rem] leading-none font-semibold text-ink">
    3
  </span>
)

/** What the marks mean; folded away where the map is small. `people`: they are on the map too. */
export const Legend = ({ text, people }: { text: MapText; people: boolean }) => {
  const { labels } = useText()
  const [isWide] = useState(() => people && matchMedia('(width >= 64rem)').matches)
  return (
    <details
      open={isWide}
      className="group absolute top-2 left-2 rounded-md border border-line bg-panel text-[0.82rem] text-soft shadow-sm"
    >
      <summary className="flex min-h-8 cursor-pointer list-none items-center gap-1.5 px-2.5 font-medium pointer-coarse:min-h-10">
        {text.legend}
        <ChevronDown aria-hidden size={14} className="group-open:rotate-180" />
      </summary>
      <div className="space-y-2 px-2.5 pb-2.5">
        <Group name={text.incidentGroup}>
          {severities.toReversed().map((severity) => (
            <Entry key={severity} sample={<SeverityMark severity={severity} size={15} />}>
              {labels.severity[severity]}
            </Entry>
          ))}
        </Group>
        {people && (
          <div className="border-t border-line pt-2">
            <Group name={text.peopleGroup}>
              {states.map(({ state, mark }) => (
                <Entry key={state} sample={<MarkSample mark={mark} />}>
                  {text.people[state]}
                </Entry>
              ))}
              <Entry sample={<Count />}>{text.count}</Entry>
              <Entry sample={<MarkSample mark={declared} />}>{text.declared}</Entry>
              <Entry sample={<MarkSample mark={stale} />}>{text.stale}</Entry>
            </Group>
          </div>
        )}
      </div>
    </details>
  )
}
