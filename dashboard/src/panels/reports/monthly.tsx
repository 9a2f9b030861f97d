import { useState } from 'react'
import type { MonthlyFigures, Spread } from '#contracts/wire/routes/report-views.ts'
import { useOfficeSpeech, useOfficeText } from '../../text/office/use-office-text.ts'
import { duration } from '../../time/duration.ts'
import { useClock } from '../../time/now.tsx'
import { longMoment, longMonth, monthsUntil } from '../../time/wita.ts'
import { Loading } from '../../ui/empty.tsx'
import { SelectField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useMonth } from './queries.ts'

/** As far back as one may look. */
const MONTHS = 60
const cell = 'px-3 py-2 align-top'
const timeOf = (seconds: number | null): string => (seconds === null ? '–' : duration(seconds))

const SpanRow = ({ name, means, spread }: { name: string; means: string; spread: Spread }) => (
  <tr className="border-t border-line">
    <th scope="row" className={`${cell} text-left font-medium`}>
      {name}
      <span className="block text-[0.88rem] font-normal text-soft">{means}</span>
    </th>
    <td className={`${cell} text-right font-semibold`}>{timeOf(spread.medianS)}</td>
    <td className={`${cell} text-right`}>{timeOf(spread.p90S)}</td>
    <td className={`${cell} text-right`}>{spread.of}</td>
    <td className={`${cell} text-right max-xs:hidden`}>
      {spread.inTime === null ? '–' : `${String(spread.inTime)}/${String(spread.of)}`}
    </td>
  </tr>
)

const Spans = ({ figures }: { figures: MonthlyFigures }) => {
  const { reports } = useOfficeText()
  return (
    <section>
      <h2 className="heading-small mb-1.5">{reports.spansTitle}</h2>
      <table className="w-full rounded-lg border border-line bg-panel">
        <thead className="text-[0.85rem] text-soft">
          <tr>
            <th className={`${cell} text-left font-medium`}>{reports.span}</th>
            <th className={`${cell} text-right font-medium`}>{reports.median}</th>
            <th className={`${cell} text-right font-medium`}>{reports.p90}</th>
            <th className={`${cell} text-right font-medium`}>{reports.of}</th>
            <th className={`${cell} text-right font-medium max-xs:hidden`}>{reports.inTime}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(reports.spans) as (keyof typeof reports.spans)[]).map((span) => (
            <SpanRow key={span} {...reports.spans[span]} spread={figures.spans[span]} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Words = Readonly<Record<string, { name: string; means: string }>>

/** Numbers with what each of them counts. */
const Counts = ({
  title,
  words,
  valueOf,
}: {
  title: string
  words: Words
  valueOf: (key: string) => string
}) => (
  <section>
    <h2 className="heading-small mb-1.5">{title}</h2>
    <dl className="grid gap-x-4 rounded-lg border border-line bg-panel px-3 py-1 sm:grid-cols-2">
      {Object.entries(words).map(([key, { name, means }]) => (
        <div key={key} className="flex items-baseline gap-3 py-1.5">
          <dt className="min-w-0 font-medium">
            {name}
            <span className="block text-[0.88rem] font-normal text-soft">{means}</span>
          </dt>
          <dd className="order-first min-w-12 text-right text-[1.15rem] font-semibold">{valueOf(key)}</dd>
        </div>
      ))}
    </dl>
  </section>
)

/** The response of a month in numbers, each with its definition. */
export const Monthly = () => {
  const { text, language } = useOfficeSpeech()
  const { reports, word, comma } = text
  const clock = useClock()
  const [months] = useState(() => monthsUntil(clock.now(), MONTHS))
  const [month = '', setMonth] = useState(months[0])
  const figures = useMonth(month)
  const { data } = figures
  const count = (of: Readonly<Record<string, number | null>>, key: string): string => {
    const value = of[key] ?? null
    if (value === null) return '–'
    return Number.isInteger(value) ? String(value) : value.toFixed(1).replace('.', comma)
  }
  return (
    <div className="flex max-w-[64rem] flex-col gap-4">
      <SelectField
        label={reports.month}
        className="w-48 print:hidden"
        value={month}
        onChange={({ target }) => setMonth(target.value)}
      >
        {months.map((one) => (
          <option key={one} value={one}>
            {longMonth(one, language)}
          </option>
        ))}
      </SelectField>
      {figures.isError && <ProblemNote error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.isPending && <Loading label={word.loading} />}
      {data && (
        <>
          <p className="text-soft">
            {reports.monthAt(longMoment(data.at, language))}
            {data.incidents.open > 0 && ` ${reports.stillOpen(data.incidents.open)}`}
          </p>
          {data.incidents.reported === 0 && <p>{reports.noIncidents}</p>}
          <Spans figures={data} />
          <Counts
            title={reports.incidentsTitle}
            words={reports.incidents}
            valueOf={(key) => count(data.incidents, key)}
          />
          <Counts
            title={reports.peopleTitle}
            words={reports.volunteers}
            valueOf={(key) => count(data.people, key)}
          />
        </>
      )}
    </div>
  )
}
