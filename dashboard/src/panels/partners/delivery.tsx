import { Archive, RotateCw } from 'lucide-react'
import { useState } from 'react'
import type { DeliveryDetail } from '#contracts/wire/routes/partner-views.ts'
import { useDeliveryAct } from '../../api/desk-acts.ts'
import { usePartnerDelivery } from '../../api/partner-queries.ts'
import { useMay } from '../../session/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useMoment } from '../../time/moment.tsx'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/dialog.tsx'
import { Loading } from '../../ui/empty.tsx'
import { Pair } from '../../ui/pair.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { AskReason } from '../shared/ask-reason.tsx'
import { Json } from './json.tsx'
import { DeliveryChip } from './states.tsx'
import { Tries } from './tries.tsx'

const Orders = ({ partnerId, delivery }: { partnerId: string; delivery: DeliveryDetail }) => {
  const { delivery: words, done } = useOfficeText().partners
  const announce = useAnnounce()
  const [asking, setAsking] = useState(false)
  const params = { id: partnerId, deliveryId: delivery.id }
  const replay = useDeliveryAct('replayDelivery', () => {
    setAsking(false)
    announce(done.replayed)
  })
  const aside = useDeliveryAct('setAsideDelivery', () => announce(done.aside))
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-1.5">
        <Button look="primary" icon={RotateCw} onClick={() => setAsking(true)}>
          {words.replay}
        </Button>
        {delivery.restsSince === null && (
          <Button icon={Archive} pending={aside.isPending} onClick={() => aside.mutate({ params, body: {} })}>
            {words.aside}
          </Button>
        )}
      </div>
      {aside.error && <ProblemNote acting error={aside.error} />}
      {asking && (
        <AskReason
          title={words.replayTitle}
          intro={words.replayIntro}
          hint={words.replayHint}
          submit={words.replay}
          pending={replay.isPending}
          error={replay.error}
          onSubmit={(reason) => replay.mutate({ params, body: { reason } })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

const mayBeSentAgain = ({ state, type, body }: DeliveryDetail): boolean =>
  state === 'dead' && type !== 'ping' && body.data !== null

const Content = ({ partnerId, delivery }: { partnerId: string; delivery: DeliveryDetail }) => {
  const { delivery: words } = useOfficeText().partners
  const may = useMay()
  const moment = useMoment()
  const { body, replayedAt, restsSince } = delivery
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Pair label={words.made}>{moment(delivery.createdAt)}</Pair>
        <Pair label={words.to}>{delivery.volunteerRef ?? '–'}</Pair>
        <div className="self-center">
          <DeliveryChip {...delivery} />
        </div>
        <Pair wide label={words.id}>
          <code className="text-[0.93rem]">{delivery.webhookId}</code>
        </Pair>
      </dl>
      {restsSince !== null && <p className="text-soft">{words.restsSince(moment(restsSince))}</p>}
      {replayedAt.map((at) => (
        <p key={at} className="text-soft">
          {words.replayed(moment(at))}
        </p>
      ))}
      {may('partner.connect') && mayBeSentAgain(delivery) && (
        <Orders partnerId={partnerId} delivery={delivery} />
      )}
      <section>
        <h3 className="heading-small mb-1">{words.body}</h3>
        {body.data === null ? (
          <p className="text-soft">{words.erased}</p>
        ) : (
          <Json label={words.body} value={body} />
        )}
      </section>
      <Tries tries={delivery.tries} />
    </>
  )
}

interface Props {
  partnerId: string
  deliveryId: string
  onClose: () => void
}

/** One message: what was said, every attempt with what came back, and what may be done about it. */
export const Delivery = ({ partnerId, deliveryId, onClose }: Props) => {
  const { partners, word } = useOfficeText()
  const { delivery: words } = partners
  const query = usePartnerDelivery(partnerId, deliveryId)
  return (
    <Modal wide title={query.data ? `${words.title}: ${query.data.type}` : words.title} onClose={onClose}>
      <div className="flex flex-col gap-4 overflow-y-auto px-4 pt-1 pb-5 sm:px-5">
        {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
        {query.isPending && <Loading label={word.loading} />}
        {query.data && <Content partnerId={partnerId} delivery={query.data} />}
      </div>
    </Modal>
  )
}
