import { useState } from 'react'
import type { Acceptance as Found, Figures } from '#contracts/wire/routes/partner-views.ts'
import type { z } from 'zod'
import { usePartnerAcceptance } from '../../api/partner-queries.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Section } from '../../ui/section.tsx'
import { Quantity } from './quantity.tsx'

const ends = ['accepted', 'declined', 'silent', 'undelivered', 'withdrawn', 'arrived'] as const
const FIRST_DAYS = 7

/** `2026-01-17` as `17/01`. */
const shortDay = (period: string): string => `${period.slice(8, 10)}/${period.slice(5, 7)}`

const percentOf = (part: number, { offers }: Figures): number | null =>
  offers === 0 ? null : Math.round((part / offers) * 100)

/** Each day a row: how many were asked, how many came; the bar is drawn against the busiest day. */
const Days = ({ periods }: { periods: z.infer<typeof Found>['periods'] }) => {
  const { acceptance: words } = useOfficeText().partners
  const { word } = useOfficeText()
  const [all, setAll] = useState(false)
  const most = Math.max(1, ...periods.map(({ offers }) => offers))
  const newest = periods.toSorted((a, b) => (a.period < b.period ? 1 : -1))
  return (
    <>
      <table className="mt-4 w-full text-[0.93rem]">
        <caption className="label-small pb-1 text-left">{words.byDay}</caption>
        <thead>
          <tr className="text-left text-faint">
            <th className="py-1 pr-3 font-medium">{words.day}</th>
            <th className="py-1 pr-3 text-right font-medium">{words.offers}</th>
            <th className="py-1 pr-3 text-right font-medium">{words.accepted}</th>
            <th className="py-1 pr-3 text-right font-medium">{words.arrived}</th>
            <th aria-hidden className="w-2/5 max-sm:hidden" />
          </tr>
        </thead>
        <tbody>
          {(all ? newest : newest.slice(0, FIRST_DAYS)).map(({ period, offers, accepted, arrived }) => (
            <tr key={period} className="border-t border-line">
              <td className="py-1 pr-3">{shortDay(period)}</td>
              <td className="py-1 pr-3 text-right">{offers}</td>
              <td className="py-1 pr-3 text-right">{accepted}</td>
              <td className="py-1 pr-3 text-right">{arrived}</td>
              <td aria-hidden className="max-sm:hidden">
                <span
                  className="block h-2 rounded-xs bg-line"
                  style={{ width: `${String((offers / most) * 100)}%` }}
                >
                  <span
                    className="block h-2 rounded-xs bg-there"
                    style={{ width: `${String(offers === 0 ? 0 : Math.min(1, accepted / offers) * 100)}%` }}
                  />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && newest.length > FIRST_DAYS && (
        <Button size="small" className="mt-2" onClick={() => setAll(true)}>
          {word.showMore} ({newest.length - FIRST_DAYS})
        </Button>
      )}
    </>
  )
}

/** Offers to the partner's volunteers, and what became of them. */
export const Acceptance = ({ id }: { id: string }) => {
  const { partners, word } = useOfficeText()
  const { acceptance: words } = partners
  const query = usePartnerAcceptance(id)
  const total = query.data?.total
  return (
    <Section title={words.title}>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p className="text-soft">{word.loading}</p>}
      {query.data && total && query.data.periods.length === 0 && <p className="text-soft">{words.none}</p>}
      {query.data && total && query.data.periods.length > 0 && (
        <>
          <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
            <Quantity label={words.offers} value={total.offers} />
            {ends.map((end) => {
              const percent = percentOf(total[end], total)
              return (
                <Quantity
                  key={end}
                  label={words[end]}
                  value={total[end]}
                  note={percent === null ? undefined : words.share(percent)}
                  {...(end === 'undelivered' && { tone: 'wait' as const })}
                />
              )
            })}
          </dl>
          <Days periods={query.data.periods} />
        </>
      )}
    </Section>
  )
}
