import type { ReactNode } from 'react'
import type { AfterAction } from '#contracts/wire/routes/report-views.ts'
import { labelOf } from '../../text/catalogue.ts'
import { useOfficeSpeech } from '../../text/office/use-office-text.ts'
import { clockTime, longMoment } from '../../time/wita.ts'
import { CityPicture } from './city-picture.tsx'
import { spanOf, StepsTable, Verdict } from './steps-table.tsx'

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="break-inside-avoid">
    <h2 className="heading-small mb-1.5">{title}</h2>
    {children}
  </section>
)

/** Numbers with their words, three in a row. */
const Numbers = ({ pairs }: { pairs: readonly (readonly [string, number | null])[] }) => {
  const { words } = useOfficeSpeech().text.reports
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-lg border border-line bg-panel px-3 py-2 sm:grid-cols-3">
      {pairs.map(([label, count]) => (
        <div key={label} className="flex items-baseline gap-2">
          <dt className="text-soft">{label}</dt>
          {count === null ? (
            <dd className="italic">{words.unknown}</dd>
          ) : (
            <dd className="order-first min-w-8 text-right text-[1.1rem] font-semibold">{count}</dd>
          )}
        </div>
      ))}
    </dl>
  )
}

const pairsOf = <K extends string>(
  labels: Readonly<Record<K, string>>,
  counts: Readonly<Record<NoInfer<K>, number | null>>,
) => (Object.keys(labels) as K[]).map((key) => [labels[key], counts[key]] as const)

const Journeys = ({ journeys }: Pick<AfterAction, 'journeys'>) => {
  const { text, language } = useOfficeSpeech()
  const { words } = text.reports
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-panel">
      {journeys.map(({ order, acceptedAt, arrivedAt, tookS, promisedS, limitS, late }) => (
        <li key={order} className="flex flex-wrap gap-x-4 px-3 py-1.5">
          <span className="min-w-24 font-medium">{words.volunteer(order)}</span>
          <span className="text-soft">
            {words.accepted} {clockTime(acceptedAt, language)}
            {arrivedAt !== null && ` · ${words.arrived} ${clockTime(arrivedAt, language)}`}
            {tookS !== null && ` · ${words.took} ${spanOf(tookS)}`}
            {promisedS !== null && ` · ${words.promised} ${spanOf(promisedS)}`}
          </span>
          <span className="ml-auto">
            <Verdict at={arrivedAt} late={late} limitS={limitS} />
          </span>
        </li>
      ))}
    </ol>
  )
}

/** What went late: the steps that took too long, then the deadlines as they were recorded when they passed. */
const Late = ({ steps, missed }: AfterAction) => {
  const { text, language } = useOfficeSpeech()
  const { words } = text.reports
  const late = steps.filter((step) => step.late)
  if (late.length === 0 && missed.length === 0) return <p>{words.nothingLate}</p>
  return (
    <ul className="list-disc pl-5">
      {late.map(({ step, tookS, limitS }) => (
        <li key={step}>
          {words.steps[step]}: {tookS === null ? words.pending : spanOf(tookS)} ({words.limit.toLowerCase()}{' '}
          {spanOf(limitS)})
        </li>
      ))}
      {missed.map(({ what, dueAt, at }) => (
        <li key={`${what} ${at}`} className="text-soft">
          {labelOf(text.labels.deadline, what)}: {words.dueAt(clockTime(dueAt, language))}
        </li>
      ))}
    </ul>
  )
}

/** The after-action report on screen: the same figures as on paper. */
export const AfterActionReport = ({ report }: { report: AfterAction }) => {
  const { text, language } = useOfficeSpeech()
  const { words } = text.reports
  const { impact, timeline } = report
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[1fr_1fr]">
      <div className="flex flex-col gap-5">
        <Part title={words.times}>
          <StepsTable steps={report.steps} />
        </Part>
        <Part title={words.lateTitle}>
          <Late {...report} />
        </Part>
        <Part title={words.peopleTitle}>
          <Numbers pairs={pairsOf(words.people, report.people)} />
        </Part>
        {report.journeys.length > 0 && (
          <Part title={words.journeysTitle}>
            <Journeys journeys={report.journeys} />
          </Part>
        )}
        <Part title={words.impactTitle}>
          {impact === null ? <p>{words.noImpact}</p> : <Numbers pairs={pairsOf(words.impact, impact)} />}
        </Part>
      </div>
      <div className="flex flex-col gap-5">
        <Part title={words.map}>
          <CityPicture {...report} />
        </Part>
        <Part title={words.timelineTitle}>
          <ol className="flex flex-col gap-1">
            {timeline.map(({ at, what, count }, index) => (
              // The same thing may happen twice in a minute: its place in the order is its name.
              <li key={`${at} ${String(index)}`} className="flex gap-3">
                <time dateTime={at} title={longMoment(at, language)} className="w-12 shrink-0 text-soft">
                  {clockTime(at, language)}
                </time>
                <span className={what === 'late' ? 'font-medium text-kritis' : ''}>
                  {words.milestones[what](count)}
                </span>
              </li>
            ))}
          </ol>
        </Part>
        <p className="text-[0.85rem] text-faint">
          {words.asOf(longMoment(report.at, language))}. {words.privacy}
        </p>
      </div>
    </div>
  )
}
