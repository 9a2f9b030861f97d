import type { IncidentFold } from './incident.ts'
import type { Accuse, FactRow } from './shapes.ts'

/** A round comes within seconds, and what is stalled is looked at twice a minute: by then each open slot has its word. */
const MUST_BE_TOLD_MS = 2 * 60_000

/** The open slots of all searches that are under way. */
export interface SlotCount {
  unfilled: number
  /** Somebody is asked for it and may still answer. */
  asked: number
  /** Nobody is asked, and the ledger says why of everybody looked at. */
  told: number
  /** Opened a moment ago: the round that asks or tells why has yet to come. */
  justOpened: number
}

/** What the ledger said last of those not asked for a need. */
interface Word {
  from: 'wave' | 'stall'
  /** Everybody looked at is asked or has a reason; of a stalled need, there is also something that would help. */
  isWhole: () => boolean
  /** Told of an offer of the same wave. */
  hear: (wave: unknown) => void
}
type Words = Map<string, Word>

const searching = new Set(['dispatching', 'responding'])
const holding = new Set(['accepted', 'en_route', 'on_scene', 'working', 'completed'])
/** Whatever of these happens, somebody was lost: what was said before says nothing of it. */
const losses = new Set([
  'offer.declined',
  'offer.expired',
  'assignment.released',
  'assignment.failed',
  'assignment.stood_down',
  'assignment.reassigned',
])

const countOf = (reasons: unknown): number =>
  Object.values((reasons ?? {}) as Record<string, number>).reduce((sum, count) => sum + count, 0)

const stallWord = ({ considered, reasons, remedies }: FactRow['data']): Word => {
  const isWhole = countOf(reasons) === considered && Array.isArray(remedies) && remedies.length > 0
  return { from: 'stall', isWhole: () => isWhole, hear: () => {} }
}

/**
 * Of a wave that says how many it asked, its offers are counted: with the reasons they are everybody looked at. One of an earlier
 * release told of people planned whom it lost to others before it asked them.
 */
const waveWord = ({ considered, reasons, asked }: FactRow['data'], wave: unknown): Word => {
  let offers = 0
  const isWhole = (): boolean =>
    asked === undefined
      ? countOf(reasons) <= Number(considered)
      : Number(considered) > 0 && countOf(reasons) + offers === considered
  const hear = (of: unknown): void => void (offers += of === wave ? 1 : 0)
  return { from: 'wave', isWhole, hear }
}

/** Which need somebody was lost for; undefined: nobody was. To be read before the fact changes the incident. */
const lossOf = (incident: IncidentFold | undefined, { type, data }: FactRow): string | undefined =>
  !losses.has(type)
    ? undefined
    : (incident?.offers.get(String(data['offerId'])) ?? incident?.tasks.get(String(data['assignmentId'])))
        ?.needId

const hear = (words: Words, { type, data }: FactRow): void => {
  const needId = String(data['needId'])
  if (type === 'need.stalled' || type === 'need.stall_explained') words.set(needId, stallWord(data))
  if (type === 'need.asking' || type === 'need.filled' || type === 'need.changed') words.delete(needId)
  if (type === 'search.repeated') words.clear()
  if (type === 'offer.created') words.get(needId)?.hear(data['wave'])
  if (type !== 'wave.opened') return
  for (const need of (data['needs'] ?? []) as FactRow['data'][])
    if (words.get(String(need['needId']))?.from !== 'stall')
      words.set(String(need['needId']), waveWord(need, data['wave']))
}

const slotsOf = ({ status, tasks, offers }: IncidentFold, needId: string, quantity: number) => {
  if (!searching.has(status)) return { unfilled: 0, asked: 0 }
  const held = [...tasks.values()].filter((task) => task.needId === needId && holding.has(task.state))
  const open = [...offers.values()].filter((offer) => offer.needId === needId)
  const unfilled = Math.max(0, quantity - held.length)
  return { unfilled, asked: Math.min(unfilled, open.length) }
}

const isTold = (word: Word | undefined, status: string, asked: number): boolean =>
  word?.isWhole() === true && (word.from === 'stall' ? status === 'stalled' : asked > 0)

/**
 * Every unfilled slot explains itself: somebody is asked for it, or the ledger says of everybody who was looked at why
 * not. A need with nobody asked at all must be stalled, with what would help; of one that waits for some of its answers, the
 * wave that asked them tells. `incidents`: as the replay draws them, fact by fact.
 */
export const createSlots = (incidents: ReadonlyMap<string, IncidentFold>, accuse: Accuse) => {
  const said = new Map<string, Words>()
  /** By need: since when slots of it were open without a word. */
  const silentSince = new Map<string, string>()

  return {
    /** `play` gives the fact to the replay. */
    step: (fact: FactRow, play: () => void): void => {
      if (fact.kind !== 'incident') return play()
      const lost = lossOf(incidents.get(fact.entityId), fact)
      play()
      const words = said.get(fact.entityId) ?? new Map<string, Word>()
      said.set(fact.entityId, words)
      if (lost !== undefined && words.get(lost)?.from === 'wave') words.delete(lost)
      hear(words, fact)
      const incident = incidents.get(fact.entityId)
      for (const [needId, { status, quantity }] of incident?.needs ?? []) {
        const { unfilled, asked } = slotsOf(incident!, needId, quantity)
        if (unfilled === asked || isTold(words.get(needId), status, asked)) silentSince.delete(needId)
        else if (!silentSince.has(needId)) silentSince.set(needId, fact.at)
      }
    },

    /** To be called after the last fact. `now`: ms since the epoch, of a system at rest the moment of its last fact. */
    count: (now: number): SlotCount => {
      const sum: SlotCount = { unfilled: 0, asked: 0, told: 0, justOpened: 0 }
      for (const [id, incident] of incidents)
        for (const [needId, { quantity }] of incident.needs) {
          const { unfilled, asked } = slotsOf(incident, needId, quantity)
          sum.unfilled += unfilled
          sum.asked += asked
          if (unfilled === asked) continue
          const since = silentSince.get(needId)
          const silentMs = since === undefined ? 0 : now - Date.parse(since)
          if (since === undefined) sum.told += unfilled - asked
          else if (silentMs < MUST_BE_TOLD_MS) sum.justOpened += unfilled - asked
          else {
            const what = `${unfilled - asked} slots of ${needId} are open since ${since}: nobody is asked, and nothing says why`
            accuse({ law: 'I9', subject: id, what })
          }
        }
      return sum
    },
  }
}
