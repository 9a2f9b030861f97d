import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { severities } from '#contracts/domain/words.ts'
import { useText } from '../text/context.tsx'
import { readChoice, writeChoice } from '../ui/choice.ts'
import { classes } from '../ui/classes.ts'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { paint, type Mark } from './marks/mark.ts'
import { peopleMark } from './marks/people.ts'
import { severityMark } from './marks/severity.ts'
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
  <div className="border-line not-first:border-t not-first:pt-2">
    <h3 className="sr-only">{name}</h3>
    <ul className="grid grid-cols-2 gap-x-3 gap-y-1">{children}</ul>
  </div>
)

const stale = peopleMark('on_duty', 'stale')
const declared = peopleMark('on_duty', 'declared')
const calm = severityMark('tinggi', true)
const states = peopleStates
  .filter((state) => state !== 'off')
  .map((state) => ({ state, mark: peopleMark(state, 'fresh') }))

const Count = () => (
  <span className="grid size-[18px] place-items-center rounded-full border-[1.5px] border-there text-[0.7rem] leading-none font-semibold text-ink">
    3
  </span>
)

const ZoneSample = () => (
  <span className="size-[15px] rounded-xs border-[1.5px] border-dashed border-ink bg-ink/15" />
)

const choices = ['auto', 'open', 'closed'] as const

interface Props {
  text: MapText
  /** They are on the map too. */
  people: boolean
  /** Danger zones are drawn. */
  zones: boolean
  /** There is room for it until a person decides otherwise. */
  roomy: boolean
}

/** What the marks mean; folded away where the map is small, and as this person left it. */
export const Legend = ({ text, people, zones, roomy }: Props) => {
  const { labels } = useText()
  const listId = useId()
  const [choice, setChoice] = useState(() => readChoice('legend', choices, 'auto'))
  const isOpen = choice === 'auto' ? roomy : choice === 'open'
  const toggle = (): void => {
    const next = isOpen ? 'closed' : 'open'
    writeChoice('legend', next)
    setChoice(next)
  }
  return (
    <section
      aria-label={text.legend}
      className="absolute top-2 left-2 rounded-md border border-line bg-panel text-[0.82rem] text-soft shadow-sm"
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={toggle}
        className="flex min-h-8 w-full items-center gap-1.5 rounded-md px-2.5 font-medium hover:text-ink pointer-coarse:min-h-10"
      >
        {text.legend}
        <ChevronDown aria-hidden size={14} className={classes(isOpen && 'rotate-180')} />
      </button>
      <div id={listId} hidden={!isOpen} className="space-y-2 px-2.5 pb-2.5">
        <Group name={text.incidentGroup}>
          {severities.toReversed().map((severity) => (
            <Entry key={severity} sample={<SeverityMark severity={severity} size={15} />}>
              {labels.severity[severity]}
            </Entry>
          ))}
          <Entry sample={<MarkSample mark={calm} />}>{labels.incidentStatus.controlled}</Entry>
          {zones && <Entry sample={<ZoneSample />}>{text.zone}</Entry>}
        </Group>
        {people && (
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
        )}
      </div>
    </section>
  )
}
