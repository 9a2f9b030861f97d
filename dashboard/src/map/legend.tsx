import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { severities } from '#contracts/domain/words.ts'
import { useText } from '../text/context.tsx'
import { readChoice, writeChoice } from '../ui/choice.ts'
import { classes } from '../ui/classes.ts'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { CoverageGroup, FacilityGroup } from './legend-groups.tsx'
import { Entry, Group, MarkSample } from './legend-parts.tsx'
import { peopleMark } from './marks/people.ts'
import { severityMark } from './marks/severity.ts'
import { peopleStates } from './model.ts'
import type { MapText } from './text.ts'
import type { FacilitySwitch } from './use-facilities.ts'

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
  /** Kelurahan are shaded by who reaches them; nothing else is shown then. */
  coverage: boolean
  facilities: FacilitySwitch
  /** There is room for it until a person decides otherwise. */
  roomy: boolean
}

/** What the marks mean; folded away where the map is small, and as this person left it. */
export const Legend = ({ text, people, zones, coverage, facilities, roomy }: Props) => {
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
        {coverage && <CoverageGroup text={text} />}
        {!coverage && (
          <Group name={text.incidentGroup}>
            {severities.toReversed().map((severity) => (
              <Entry key={severity} sample={<SeverityMark severity={severity} size={15} />}>
                {labels.severity[severity]}
              </Entry>
            ))}
            <Entry sample={<MarkSample mark={calm} />}>{labels.incidentStatus.controlled}</Entry>
            {zones && <Entry sample={<ZoneSample />}>{text.zone}</Entry>}
          </Group>
        )}
        {people && !coverage && (
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
        <FacilityGroup text={text} facilities={facilities} />
      </div>
    </section>
  )
}
