import type { PartnerHealth } from '#contracts/wire/routes/partner-views.ts'
import { usePartnerHealth } from '../../api/partner-queries.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useMoment } from '../../time/moment.tsx'
import { Pair } from '../../ui/pair.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Section } from '../../ui/section.tsx'
import { Quantity } from './quantity.tsx'
import { CircuitChip } from './states.tsx'

const Figures = ({ health }: { health: PartnerHealth }) => {
  const { health: words, tabs } = useOfficeText().partners
  const moment = useMoment()
  const { deliveries, events } = health
  const last = (at: string | null): string => (at === null ? words.never : moment(at))
  return (
    <>
      <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[3fr_2fr]">
        <dl aria-label={tabs.out} className="grid grid-cols-2 content-start gap-x-4 gap-y-3 sm:grid-cols-3">
          <Pair label={words.circuit}>
            <CircuitChip circuit={health.circuit} />
          </Pair>
          <Pair label={words.lastDelivered}>{last(deliveries.lastDeliveredAt)}</Pair>
          <Quantity label={words.queue} value={deliveries.pending} />
          <Quantity label={words.delivered} value={deliveries.delivered} />
          <Quantity label={words.failures} value={deliveries.failures} tone="wait" />
          <Quantity label={words.letters} value={deliveries.waiting} tone="trouble" />
        </dl>
        <dl aria-label={tabs.in} className="grid grid-cols-2 content-start gap-x-4 gap-y-3">
          <Pair label={words.lastEvent}>{last(events.lastAt)}</Pair>
          <Quantity label={words.taken} value={events.taken} />
          <Quantity label={words.refused} value={events.refused} />
          <Quantity label={words.open} value={events.open} />
        </dl>
      </div>
      {health.failuresInARow > 0 && (
        <p className="mt-3 text-soft">
          {words.failing(health.failuresInARow, health.lastError ?? '–')}
          {health.failingSince !== null && ` · ${moment(health.failingSince)}`}
          {health.probeAt !== null && ` · ${words.probe(moment(health.probeAt))}`}
        </p>
      )}
    </>
  )
}

/** How the connection does. */
export const Health = ({ id }: { id: string }) => {
  const { partners: words, word } = useOfficeText()
  const query = usePartnerHealth(id)
  return (
    <Section title={words.health.title}>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p className="text-soft">{word.loading}</p>}
      {query.data && <Figures health={query.data} />}
    </Section>
  )
}
