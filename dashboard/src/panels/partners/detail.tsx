import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { usePartner } from '../../api/partner-queries.ts'
import { codesOf } from '../../text/codes.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useMoment } from '../../time/moment.tsx'
import { Flag } from '../../ui/chip.tsx'
import { Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Acceptance } from './acceptance.tsx'
import { PartnerActions } from './actions.tsx'
import { isBuiltIn } from './built-in.ts'
import { Deliveries } from './deliveries.tsx'
import { Delivery } from './delivery.tsx'
import { Endpoint } from './endpoint.tsx'
import { Events } from './events.tsx'
import { Health } from './health.tsx'
import { History } from './history.tsx'
import { Secrets } from './secrets.tsx'
import { StatusChip } from './states.tsx'

/** The parts of a partner and their addresses. */
const paths = { about: 'ringkasan', out: 'keluar', in: 'masuk', history: 'riwayat' } as const
type Part = keyof typeof paths

/** One partner: who he is, how he does, and everything that went between him and us. */
export const PartnerPanel = ({ id, path }: { id: string; path: string | undefined }) => {
  const { partners: words, word } = useOfficeText()
  const moment = useMoment()
  const navigate = useNavigate()
  const [delivery, setDelivery] = useState<string | null>(null)
  const query = usePartner(id)
  const partner = query.data
  if (partner === undefined)
    return query.isError ? (
      <div className="p-4">
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      </div>
    ) : (
      <Loading label={word.loading} />
    )
  const part: Part = codesOf(paths).find((code) => paths[code] === path) ?? 'about'
  const contents = {
    about: isBuiltIn(partner) ? (
      <>
        <p className="border-b border-line px-4 py-3.5 text-soft lg:px-5">{words.builtInHint}</p>
        <Acceptance id={id} />
      </>
    ) : (
      <>
        <Health id={id} />
        <Endpoint partner={partner} />
        <Secrets partner={partner} />
        <Acceptance id={id} />
      </>
    ),
    out: <Deliveries id={id} onOpen={setDelivery} />,
    in: <Events id={id} />,
    history: <History id={id} />,
  }
  return (
    <article className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 flex-wrap items-start justify-between gap-x-4 gap-y-2.5 px-4 pt-3.5 pb-2 lg:px-5">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link
              to="/mitra"
              aria-label={word.back}
              className="-ml-1.5 inline-grid size-9 place-items-center rounded-md text-soft hover:bg-raised md:hidden pointer-coarse:size-11"
            >
              <ArrowLeft aria-hidden size={19} />
            </Link>
            <h2 className="text-[1.25rem] leading-tight font-semibold">{partner.name}</h2>
            {partner.sandbox && <Flag tone="drill">{words.sandbox}</Flag>}
            <StatusChip status={partner.status} />
          </div>
          <p className="mt-0.5 text-soft">
            <code>{partner.ref}</code> · {words.since.toLowerCase()} {moment(partner.createdAt)}
            {partner.statusReason !== null && ` · “${partner.statusReason}”`}
          </p>
        </div>
        <PartnerActions key={partner.id} partner={partner} onPinged={setDelivery} />
      </header>
      <Tabs
        label={partner.name}
        value={part}
        onChange={(next) => void navigate(`/mitra/${id}/${paths[next]}`)}
        tabs={codesOf(paths).map((value) => ({ value, label: words.tabs[value], content: contents[value] }))}
      />
      {delivery !== null && (
        <Delivery partnerId={id} deliveryId={delivery} onClose={() => setDelivery(null)} />
      )}
    </article>
  )
}
