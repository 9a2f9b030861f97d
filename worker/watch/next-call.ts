import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { CallBook } from '#contracts/store/documents.ts'
import type { AllStanding, Standing, What } from './standing.ts'
import { callText } from './words.ts'

/**
 * How many seconds the screens have for themselves before somebody is called. A call for help and a silent platform wait
 * for nobody; a missed deadline is only spoken in the control room, and called out when nobody there has looked for long.
 */
const patienceS: Record<What, number> = {
  sos: 0,
  undelivered: 0,
  forgotten: 0,
  late: 15,
  worker_silent: 0,
  mongo_away: 10,
  api_silent: 15,
  clock_skew: 15,
  gateway_away: 0,
  redis_away: 30,
  stalled: 60,
  deadline: 300,
  // The others do its work, and a restart is shorter than this.
  api_away: 300,
}

/** A storm becomes one message a minute; a call for help or a silent platform may come sooner. */
const SPACING_S = 60
const URGENT_SPACING_S = 15
const urgent: ReadonlySet<What> = new Set(['sos', 'undelivered', 'worker_silent', 'mongo_away', 'api_silent'])
/** What nobody acknowledges is said again, quietly: first after this, then each hour, all in one message. */
const REMIND_S = 15 * 60
const REMIND_AGAIN_S = 60 * 60
/** Whoever sends has this long before another one tries. */
const SENDING_S = 15
const AGAIN_S = [5, 10, 20, 40, 60] as const

export const newBook = (_id: string, way: CallBook['way']): CallBook => ({
  _id,
  version: 0,
  way,
  told: [],
  lastAt: null,
  sending: null,
  failingSince: null,
})

const worst = (a: Standing, b: Standing): number =>
  rank(a.what) - rank(b.what) || a.since.localeCompare(b.since)
const rank = (what: What): number => Object.keys(patienceS).indexOf(what)

const isForgotten =
  (now: Instant) =>
  ({ at, times }: CallBook['told'][number]): boolean =>
    plusSeconds(at, times === 1 ? REMIND_S : REMIND_AGAIN_S) <= now

/** Nothing is to be said of alarms that are over; a message that was under way about them alone goes no further. */
const tidied = (book: CallBook, keys: ReadonlySet<string>): CallBook => {
  const told = book.told.filter(({ alarm }) => keys.has(alarm))
  const sending = book.sending?.alarms.some((alarm) => keys.has(alarm)) === true ? book.sending : null
  if (told.length === book.told.length && sending === book.sending) return book
  // Nobody misses a gateway that nothing is to be given to.
  return { ...book, told, sending, failingSince: sending === null ? null : book.failingSince }
}

const isTime = ({ lastAt }: CallBook, fresh: readonly Standing[], now: Instant): boolean => {
  if (lastAt === null) return true
  const spacingS = fresh.some(({ what }) => urgent.has(what)) ? URGENT_SPACING_S : SPACING_S
  return plusSeconds(lastAt, spacingS) <= now
}

/**
 * What one person on call is to be told now. Returns his book as it must be kept before anything is sent, and whether
 * `sending` is to be sent: kept first, a message has one id, whoever sends it, and however often.
 */
export const nextCall = (
  given: CallBook,
  { standing, more }: AllStanding,
  now: Instant,
  newId: () => string,
): { book: CallBook; isToSend: boolean } => {
  const book = tidied(given, new Set(standing.map(({ key }) => key)))
  const taken = plusSeconds(now, SENDING_S)
  if (book.sending !== null) {
    if (book.sending.nextAt > now) return { book, isToSend: false }
    return { book: { ...book, sending: { ...book.sending, nextAt: taken } }, isToSend: true }
  }
  const told = new Set(book.told.map(({ alarm }) => alarm))
  const ready = standing.filter(({ what, since }) => plusSeconds(since, patienceS[what]) <= now)
  const fresh = ready.filter(({ key }) => !told.has(key))
  const isReminder = fresh.length === 0 && book.told.some(isForgotten(now))
  const said = (isReminder ? ready : fresh).toSorted(worst)
  if (said.length === 0 || !isTime(book, fresh, now)) return { book, isToSend: false }
  const sending = {
    id: newId(),
    alarms: said.map(({ key }) => key),
    text: callText(said, isReminder, more),
    nextAt: taken,
    attempts: 0,
  }
  return { book: { ...book, sending }, isToSend: true }
}

/** The book after an attempt; `isTaken`: the gateway has the message. */
export const afterCall = (book: CallBook, isTaken: boolean, now: Instant): CallBook => {
  const { sending } = book
  if (sending === null) return book
  if (!isTaken) {
    const attempts = sending.attempts + 1
    const nextAt = plusSeconds(now, AGAIN_S[Math.min(attempts, AGAIN_S.length) - 1] ?? SENDING_S)
    return { ...book, sending: { ...sending, attempts, nextAt }, failingSince: book.failingSince ?? now }
  }
  const before = new Map(book.told.map((one) => [one.alarm, one]))
  for (const alarm of sending.alarms)
    before.set(alarm, { alarm, at: now, times: (before.get(alarm)?.times ?? 0) + 1 })
  return { ...book, told: [...before.values()], lastAt: now, sending: null, failingSince: null }
}
