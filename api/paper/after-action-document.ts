import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { afterActionIndonesian as words } from '#contracts/wire/labels/after-action-id.ts'
import { labelsIn } from '#contracts/wire/labels/labels.ts'
import type { AfterAction, StepView } from '#contracts/wire/routes/report-views.ts'
import { duration, witaDateTime, witaTime } from '#contracts/wire/time.ts'
import { mapSvg } from './map-svg.ts'

const labels = labelsIn('id')
const RED = '#b91c28'
const GREY = '#5d6878'
/** Width of the map in points: page one has room for the figures, page two for it and the timeline. */
const MAP = 430
const bare = { hLineColor: () => '#d8dee6', vLineWidth: () => 0, hLineWidth: () => 0.5, paddingLeft: () => 2 }

const heading = (text: string): Content => ({ text, style: 'heading' })
const head = (...texts: string[]): TableCell[] => texts.map((text) => ({ text, color: GREY, fontSize: 8.5 }))
const span = (seconds: number | null): string => (seconds === null ? '' : duration(seconds))

const table = (widths: (string | number)[], rows: TableCell[][]): Content => ({
  table: { widths, headerRows: 1, dontBreakRows: true, body: rows },
  layout: bare,
})

const verdict = ({ at, late, limitS }: StepView): TableCell => {
  if (late)
    return { text: at === null ? `${words.pending}, ${words.late}` : words.late, color: RED, bold: true }
  if (at === null) return { text: words.pending, color: GREY }
  return { text: limitS === null ? '' : words.inTime, color: GREY }
}

const times = ({ steps }: AfterAction): Content =>
  table(
    ['*', 90, 60, 60, 90],
    [
      head(words.step, words.at, words.took, words.limit, words.verdict),
      ...steps.map((step): TableCell[] => [
        words.steps[step.step],
        step.at === null ? '' : witaTime(step.at),
        span(step.tookS),
        span(step.limitS),
        verdict(step),
      ]),
    ],
  )

/** Pairs of a number and what it counts, in three columns. */
const numbers = (pairs: readonly (readonly [string, number | null])[]): Content => {
  const columns = [0, 1, 2].map((column) => pairs.filter((_, index) => index % 3 === column))
  return {
    columns: columns.map((column) => ({
      stack: column.map(([label, count]) => ({
        text:
          count === null
            ? [{ text: `${label}: ${words.unknown}`, color: GREY }]
            : [{ text: String(count), bold: true, fontSize: 12 }, `  ${label}`],
        margin: [0, 1, 0, 1] as [number, number, number, number],
      })),
    })),
  }
}

const journeys = ({ journeys: all }: AfterAction): Content[] =>
  all.length === 0
    ? []
    : [
        heading(words.journeysTitle),
        table(
          ['*', 85, 85, 60, 60, 60],
          [
            head('', words.accepted, words.arrived, words.took, words.promised, words.verdict),
            ...all.map(({ order, acceptedAt, arrivedAt, tookS, promisedS, late }): TableCell[] => [
              words.volunteer(order),
              witaTime(acceptedAt),
              arrivedAt === null ? '' : witaTime(arrivedAt),
              span(tookS),
              span(promisedS),
              late ? { text: words.late, color: RED, bold: true } : '',
            ]),
          ],
        ),
      ]

const lateLines = ({ steps, missed }: AfterAction): Content => {
  const lines = [
    ...steps
      .filter(({ late }) => late)
      .map(
        ({ step, tookS, limitS }) =>
          `${words.steps[step]}: ${tookS === null ? words.pending : span(tookS)} (${words.limit.toLowerCase()} ${span(limitS)})`,
      ),
    ...missed.map(({ what, dueAt }) => {
      const known: Readonly<Record<string, string>> = labels.deadline
      return `${known[what] ?? what}: ${words.dueAt(witaTime(dueAt))}`
    }),
  ]
  return lines.length === 0 ? { text: words.nothingLate } : { ul: lines }
}

const facts = (report: AfterAction): Content => ({
  columns: [
    {
      stack: [
        { text: [{ text: `${words.happened}: `, color: GREY }, witaDateTime(report.occurredAt)] },
        { text: [{ text: `${words.reported}: `, color: GREY }, witaDateTime(report.reportedAt)] },
      ],
    },
    {
      stack: [
        {
          text: [
            { text: `${words.place}: `, color: GREY },
            `${report.title} (${report.place.lat.toFixed(4)}, ${report.place.lng.toFixed(4)})`,
          ],
        },
        {
          text: [
            { text: `${words.status}: `, color: GREY },
            `${labels.incident[report.status]}, ${labels.severity[report.severity].toLowerCase()}`,
          ],
        },
      ],
    },
  ],
  columnGap: 12,
})

const impact = ({ impact: told }: AfterAction): Content =>
  told === null
    ? { text: words.noImpact }
    : numbers(
        (Object.keys(words.impact) as (keyof typeof words.impact)[]).map((key) => [
          words.impact[key],
          told[key],
        ]),
      )

/** In two columns, read downwards. */
const timeline = ({ timeline: lines }: AfterAction): Content => {
  const half = Math.ceil(lines.length / 2)
  const column = (from: number): Content => ({
    stack: lines.slice(from, from + half).map(({ at, what, count }) => ({
      text: [{ text: `${witaTime(at)}   `, color: GREY }, words.milestones[what](count)],
      margin: [0, 1, 0, 1] as [number, number, number, number],
    })),
  })
  return { columns: [column(0), column(half)], columnGap: 12 }
}

/** The after-action report as a document: one incident, people by number, made for A4. */
export const afterActionDocument = (report: AfterAction, agencyName: string): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [40, 44, 40, 44],
  info: { title: `${words.title} ${report.number}`, author: agencyName, creationDate: new Date(report.at) },
  defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.2 },
  styles: { heading: { fontSize: 11.5, bold: true, margin: [0, 12, 0, 4] } },
  footer: (page, of) => ({
    columns: [
      { text: `${agencyName} · ${words.asOf(witaDateTime(report.at))} · ${words.privacy}` },
      { text: words.page(page, of), alignment: 'right', width: 100 },
    ],
    fontSize: 7.5,
    color: GREY,
    margin: [40, 12, 40, 0],
  }),
  content: [
    ...(report.drill ? [{ text: words.drill.toUpperCase(), bold: true, color: RED }] : []),
    { text: `${words.title} ${report.number}`, color: GREY },
    {
      text: `${labels.hazard[report.hazard]}, ${report.title}`,
      fontSize: 17,
      bold: true,
      margin: [0, 0, 0, 6],
    },
    facts(report),
    heading(words.times),
    times(report),
    heading(words.lateTitle),
    lateLines(report),
    heading(words.peopleTitle),
    numbers(
      (Object.keys(words.people) as (keyof typeof words.people)[]).map((key) => [
        words.people[key],
        report.people[key],
      ]),
    ),
    ...journeys(report),
    heading(words.impactTitle),
    impact(report),
    {
      stack: [
        heading(words.map),
        { svg: mapSvg(report, MAP), width: MAP },
        { text: words.mapNote, fontSize: 7.5, color: GREY },
      ],
      unbreakable: true,
    },
    heading(words.timelineTitle),
    timeline(report),
  ],
})
