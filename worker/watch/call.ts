import { envelopeOf } from '../delivery/sms/gateway.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { CallBook } from '#contracts/store/documents.ts'
import type { Books } from './books.ts'
import { afterCall, newBook, nextCall } from './next-call.ts'
import type { AllStanding, What } from './standing.ts'
import type { OnCall, Watch } from './watch.ts'

const SUBJECT = 'Top Ranger: peringatan'

type Sending = NonNullable<CallBook['sending']>

/** How many of each kind a message tells of: those that still stand. */
const kindsOf = ({ alarms }: Sending, { standing }: AllStanding): Partial<Record<What, number>> => {
  const counts: Partial<Record<What, number>> = {}
  for (const { key, what } of standing) if (alarms.includes(key)) counts[what] = (counts[what] ?? 0) + 1
  return counts
}

/** True when the gateway has the message. */
const send = async (
  { config, post, log }: Watch,
  { to, way }: OnCall,
  { id, text, alarms, attempts }: Sending,
  kinds: Partial<Record<What, number>>,
): Promise<boolean> => {
  const gateway = config.gateways[way]
  if (gateway === null) return false
  const { error } = await post({
    partnerId: way,
    url: gateway.url,
    ...envelopeOf(gateway, { to, text, id, subject: SUBJECT }),
  })
  const said = { way, call: id, alarms: alarms.length, kinds, attempts: attempts + 1 }
  if (error === null) log.info(said, 'called somebody on call')
  else log.error({ ...said, error }, 'a gateway did not take a call')
  return error === null
}

/** Tells one person on call what there is to tell. What is sent is written down before and after. */
export const callOne = async (
  watch: Watch,
  books: Books,
  person: OnCall,
  seen: AllStanding,
  now: Instant,
): Promise<void> => {
  const { id, way } = person
  const before = (await books.read(id)) ?? newBook(id, way)
  const { book, isToSend } = nextCall(before, seen, now, () => watch.ids.next('alm'))
  if (book === before) return
  const kept = await books.keep(book)
  if (kept?.sending == null || !isToSend) return
  const isTaken = await send(watch, person, kept.sending, kindsOf(kept.sending, seen))
  await books.keep(afterCall(kept, isTaken, now))
}
