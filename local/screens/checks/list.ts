import type { IncidentSummary } from '#contracts/wire/routes/views.ts'
import { id as words } from '../../../dashboard/src/text/id.ts'
import { differ, type Check } from './check.ts'

const rows = `section[aria-label="${words.incident.list.title}"] [data-incident]`

const needsOf = ({ slots }: IncidentSummary): string =>
  slots.wanted === 0 ? '' : words.incident.list.filled(slots.filled, slots.wanted)

/** As many rows as there are open incidents, each with its severity and what it has of what it needs. */
export const listAgrees: Check = async (page, client) => {
  const shown = new Map(
    await page.locator(rows).evaluateAll((links) =>
      links.map((link) => {
        // Word for word: numbers that stand beside each other are not one.
        const words = [...link.querySelectorAll('*')].filter((part) => part.childElementCount === 0)
        return [
          link.getAttribute('data-incident') ?? '',
          words.map((part) => part.textContent).join(' '),
        ] as const
      }),
    ),
  )
  const { incidents } = await client.call('listIncidents', { query: { status: 'open', limit: 200 } })
  return [
    ...differ('list, number of rows', shown.size, incidents.length),
    ...incidents.flatMap((incident) => {
      const text = shown.get(incident.id)
      if (text === undefined) return [`list: ${incident.number} is missing`]
      const needs = /\d+ dari \d+ posisi terisi/.exec(text)?.[0] ?? ''
      return [
        ...differ(`list, ${incident.number}, needs`, needs, needsOf(incident)),
        ...(text.includes(words.labels.severity[incident.severity])
          ? []
          : [`list, ${incident.number}: its severity ${incident.severity} is not said`]),
      ]
    }),
  ]
}

const ROWS_ON_THE_WALL = 8

/** The wall shows eight incidents without scrolling. */
export const eightAreSeen: Check = async (page) => {
  const whole = await page.locator(rows).evaluateAll(
    (links) =>
      links.filter((link) => {
        const { top, bottom } = link.getBoundingClientRect()
        const pane = link.closest('.overflow-y-auto')?.getBoundingClientRect()
        return pane !== undefined && top >= pane.top && bottom <= Math.min(pane.bottom, innerHeight)
      }).length,
  )
  return whole >= ROWS_ON_THE_WALL ? [] : [`only ${whole} incidents can be seen without scrolling`]
}
