import { useMemo } from 'react'
import { Link } from 'react-router'
import { useEverybody } from '../../api/registry.ts'
import { boundIn } from '../../live/bound.ts'
import { useLive } from '../../live/provider.tsx'
import { useText } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { Loading } from '../../ui/empty.tsx'
import { PeopleMark } from '../../ui/people-mark.tsx'
import { Section } from '../../ui/section.tsx'
import { censusOf, type Census, type Present } from './census.ts'

const SILENT_SHOWN = 8
const states = [
  ['on_duty', 'free'],
  ['asked', 'asked'],
  ['on_task', 'onTask'],
] as const

const Cells = ({ counts }: { counts: Present }) =>
  states.map(([, state]) => (
    <td key={state} className={counts[state] === 0 ? 'text-right text-faint' : 'text-right font-semibold'}>
      {counts[state]}
    </td>
  ))

const ByVehicle = ({ census }: { census: Census }) => {
  const { labels, volunteers } = useText()
  const { summary } = volunteers
  return (
    <table className="w-full [&_td]:py-1 [&_th]:py-1 [&_th]:font-normal">
      <thead className="text-[0.88rem] text-soft">
        <tr>
          <th scope="col" className="text-left">
            {volunteers.vehicle}
          </th>
          {states.map(([mark, state]) => (
            <th key={state} scope="col" className="text-right">
              <span className="inline-flex items-center gap-1">
                <PeopleMark of={mark} /> {summary[state]}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="border-t border-line">
        {census.byVehicle.map((row) => (
          <tr key={row.vehicle}>
            <th scope="row" className="text-left">
              {labels.vehicle[row.vehicle]}
            </th>
            <Cells counts={row} />
          </tr>
        ))}
        <tr className="border-t border-line">
          <th scope="row" className="text-left">
            {summary.all}
          </th>
          <Cells counts={census.all} />
        </tr>
      </tbody>
    </table>
  )
}

/** Whoever did not answer may have a phone that nobody hears: a call finds out. */
const Silent = ({ silent }: Pick<Census, 'silent'>) => {
  const { volunteers } = useText()
  const { summary } = volunteers
  const everybody = useEverybody().data?.volunteers ?? []
  const named = silent.flatMap(({ id, times }) => {
    const person = everybody.find((one) => one.id === id)
    return person ? [{ id, times, name: person.displayName }] : []
  })
  if (silent.length === 0) return <p className="text-soft">{summary.nobodySilent}</p>
  return (
    <>
      <ul className="divide-y divide-line">
        {named.slice(0, SILENT_SHOWN).map(({ id, name, times }) => (
          <li key={id}>
            <Link
              to={`/relawan/${id}`}
              className="flex min-h-8 items-center justify-between gap-3 hover:underline pointer-coarse:min-h-11"
            >
              <span className="truncate">{name}</span>
              <span className="text-soft">{summary.times(times)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {silent.length > SILENT_SHOWN && (
        <p className="mt-1 text-[0.88rem] text-soft">{summary.more(silent.length - SILENT_SHOWN)}</p>
      )}
    </>
  )
}

/** While nobody is chosen: who there is, by vehicle and by what he does, and who does not answer. */
export const VolunteersSummary = () => {
  const { labels, volunteers, word } = useText()
  const { summary } = volunteers
  const now = useNow(60_000)
  const city = useLive((view) => view.city)
  const census = useMemo(() => {
    if (city === null) return null
    const people = [...city.volunteers.values()].map(({ state }) => state)
    const incidents = [...city.incidents.values()].map(({ state }) => state)
    return censusOf(people, boundIn(city), incidents, now)
  }, [city, now])
  if (census === null) return <Loading label={word.loading} />
  const idle = [
    [labels.duty.paused, census.paused],
    [labels.duty.off, census.off],
    [labels.standing.pending, census.pending],
    [labels.standing.suspended, census.suspended],
  ] as const
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <h2 className="sr-only">{summary.heading}</h2>
      <Section id="siapa" title={summary.title}>
        <ByVehicle census={census} />
        <dl className="mt-3 grid grid-cols-2 gap-x-6">
          {idle.map(([label, count]) => (
            <div key={label} className="flex justify-between gap-3 py-0.5">
              <dt className="text-soft">{label}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="diam" title={summary.silent}>
        <Silent silent={census.silent} />
      </Section>
      <p className="px-4 py-3 text-soft lg:px-5">{volunteers.pick}</p>
    </div>
  )
}
