import { useState } from 'react'
import type { InboundEvent } from '#contracts/wire/routes/partner-views.ts'
import { usePartnerEvents, type EventFilter } from '../../api/partner-queries.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useMoment } from '../../time/moment.tsx'
import { classes } from '../../ui/classes.ts'
import { Json } from './json.tsx'
import { PagedList } from './pages.tsx'
import { SelectOrAny } from './select.tsx'

const isTaken = ({ status }: InboundEvent): boolean => status !== null && status < 300

const Row = ({ event }: { event: InboundEvent }) => {
  const { in: words } = useOfficeText().partners
  const moment = useMoment(true)
  return (
    <li className="border-b border-line">
      <details>
        <summary className="grid min-h-11 cursor-pointer grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-3.5 py-1.5 hover:bg-raised focus-visible:-outline-offset-2 lg:grid-cols-[7rem_minmax(0,1.2fr)_minmax(0,1fr)]">
          <time dateTime={event.receivedAt} className="text-soft max-lg:order-3 max-lg:text-[0.88rem]">
            {moment(event.receivedAt)}
          </time>
          <span className="truncate font-medium">{event.type ?? words.unreadable}</span>
          <span
            className={classes(
              'truncate max-lg:text-right',
              event.status === null ? 'text-soft' : isTaken(event) ? 'text-ink' : 'text-tinggi',
            )}
          >
            {event.status === null
              ? words.outcomes.open
              : `${String(event.status)} · ${event.outcome ?? '–'}`}
          </span>
        </summary>
        <div className="flex flex-col gap-1.5 px-3.5 pb-3">
          <p className="text-[0.88rem] text-faint wrap-anywhere">webhook-id: {event.webhookId}</p>
          {event.body === null ? (
            <p className="text-soft">{words.noBody}</p>
          ) : (
            <Json label={words.body} value={event.body} />
          )}
        </div>
      </details>
    </li>
  )
}

/** What the partner sent, and what he was answered. */
export const Events = ({ id }: { id: string }) => {
  const { partners } = useOfficeText()
  const { in: words } = partners
  const [filter, setFilter] = useState<EventFilter>({})
  const pages = usePartnerEvents(id, filter)
  const events = pages.data?.pages.flatMap((page) => page.events) ?? []
  return (
    <>
      <div
        role="search"
        aria-label={words.filters}
        className="sticky top-0 z-10 flex gap-2 border-b border-line bg-panel px-3 py-2.5"
      >
        <SelectOrAny
          label={words.outcome}
          any={words.all}
          names={words.outcomes}
          value={filter.outcome}
          onChange={(outcome) => setFilter(outcome === undefined ? {} : { outcome })}
        />
      </div>
      <PagedList
        pages={pages}
        count={events.length}
        none={filter.outcome === undefined ? words.none : words.noMatch}
      >
        <ul aria-label={partners.tabs.in}>
          {events.map((event) => (
            <Row key={event.webhookId} event={event} />
          ))}
        </ul>
      </PagedList>
    </>
  )
}
