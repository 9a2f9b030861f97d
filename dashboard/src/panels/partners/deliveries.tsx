import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import type { DeliveryRow } from '#contracts/wire/routes/partner-views.ts'
import { usePartnerDeliveries, usePartnerHealth, type DeliveryFilter } from '../../api/partner-queries.ts'
import { useMay } from '../../session/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useMoment } from '../../time/moment.tsx'
import { Button } from '../../ui/button.tsx'
import { Flag } from '../../ui/chip.tsx'
import { deliveryTypes } from './delivery-types.ts'
import { PagedList } from './pages.tsx'
import { ReplayLetters } from './replay-letters.tsx'
import { SelectOrAny } from './select.tsx'
import { DeliveryChip } from './states.tsx'

const Row = ({ delivery, onOpen }: { delivery: DeliveryRow; onOpen: () => void }) => {
  const { partners, word } = useOfficeText()
  const { out: words } = partners
  const moment = useMoment(true)
  const { type, drill, attempts, lastStatus, lastError, lastTookMs, nextAt, state, createdAt } = delivery
  const answer = lastStatus === null ? lastError : String(lastStatus)
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="grid min-h-11 w-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line px-3.5 py-1.5 text-left hover:bg-raised focus-visible:-outline-offset-2 lg:grid-cols-[7rem_minmax(0,1.2fr)_minmax(0,1fr)_8rem]"
      >
        <time dateTime={createdAt} className="text-soft max-lg:hidden">
          {moment(createdAt)}
        </time>
        <span className="min-w-0">
          <span className="flex items-center gap-2">
            <span className="truncate font-medium">{type}</span>
            {drill && <Flag tone="drill">{word.drill}</Flag>}
          </span>
          <span className="block truncate text-[0.88rem] text-faint">{delivery.volunteerRef}</span>
        </span>
        <span className="truncate text-[0.93rem] text-soft max-lg:order-last max-lg:col-span-2">
          <span className="lg:hidden">{moment(createdAt)} · </span>
          {words.attempts(attempts)}
          {answer !== null && ` · ${answer}`}
          {lastTookMs !== null && ` · ${words.took(Math.round(lastTookMs))}`}
          {state === 'pending' && nextAt !== null && ` · ${words.next(moment(nextAt))}`}
        </span>
        <DeliveryChip {...delivery} />
      </button>
    </li>
  )
}

interface Props {
  id: string
  onOpen: (deliveryId: string) => void
}

/** What the partner was sent. */
export const Deliveries = ({ id, onOpen }: Props) => {
  const { out: words } = useOfficeText().partners
  const may = useMay()
  const [filter, setFilter] = useState<DeliveryFilter>({})
  const [replaying, setReplaying] = useState(false)
  const pages = usePartnerDeliveries(id, filter)
  const waiting = usePartnerHealth(id).data?.deliveries.waiting ?? 0
  const deliveries = pages.data?.pages.flatMap((page) => page.deliveries) ?? []
  const { state, type } = filter
  const set = (change: { [K in keyof DeliveryFilter]: DeliveryFilter[K] | undefined }): void => {
    const next = { state, type, ...change }
    setFilter({ ...(next.state && { state: next.state }), ...(next.type && { type: next.type }) })
  }
  return (
    <>
      <div
        role="search"
        aria-label={words.filters}
        className="sticky top-0 z-10 flex flex-wrap gap-2 border-b border-line bg-panel px-3 py-2.5"
      >
        <SelectOrAny
          label={words.state}
          any={words.allStates}
          names={words.states}
          value={state}
          onChange={(next) => set({ state: next })}
        />
        <SelectOrAny
          label={words.type}
          any={words.allTypes}
          names={deliveryTypes}
          value={type}
          onChange={(next) => set({ type: next })}
        />
        {may('partner.connect') && waiting > 0 && (
          <Button icon={RotateCw} onClick={() => setReplaying(true)}>
            {words.replayAll(waiting)}
          </Button>
        )}
      </div>
      <PagedList
        pages={pages}
        count={deliveries.length}
        none={state === undefined && type === undefined ? words.none : words.noMatch}
      >
        <ul aria-label={useOfficeText().partners.tabs.out}>
          {deliveries.map((delivery) => (
            <Row key={delivery.id} delivery={delivery} onOpen={() => onOpen(delivery.id)} />
          ))}
        </ul>
      </PagedList>
      {replaying && <ReplayLetters id={id} onClose={() => setReplaying(false)} />}
    </>
  )
}
