import { toInstant } from '#contracts/domain/instant.ts'
import { distanceM, type Point } from '#contracts/domain/place.ts'
import { heardAt, NOTHING_LATELY, silentAt } from '#contracts/domain/volunteer/lately.ts'
import { mulberry32, type Random } from '../../simulator/random.ts'
import { answerOf, type Call, type Night } from './people.ts'
import { type Known, type Lacking, nightAt, type NightPolicy } from './view.ts'

/** What became of a night. */
export interface NightOutcome {
  /** Seconds from the report to the first arrival, of the calls that somebody reached. */
  firstS: number[]
  slots: number
  filled: number
  /** Slots whose volunteer was there within half an hour of the report. */
  inTime: number
  alerts: number
  /** Yeses that found every slot taken in the same moment. */
  redundant: number
}

const TICK_S = 15
const LASTS_S = 10 * 3600
const DIES_S = 180
const WORK_S = 2400
const REST_S = 900
const IN_TIME_S = 1800
const METRES_PER_S = 28 / 3.6
const DETOUR = 1.45

/** An offer that nobody has answered, with what only the play knows of it. */
interface Offer {
  helper: number
  askedS: number
  endS: number
  yes: boolean
}

interface Case extends Call {
  open: number
  pending: Offer[]
  asked: Set<number>
  firstS: number
}

const travelS = (from: Point, to: Point): number => (distanceM(from, to) * DETOUR) / METRES_PER_S

/** What a policy sees of a call: of an offer not when it ends, nor how. */
const lackingOf = (one: Case, call: number): Lacking => ({
  call,
  place: one.place,
  severity: one.severity,
  reportedS: one.atS,
  openSlots: one.open,
  pending: one.pending.map(({ helper, askedS }) => ({ helper, askedS })),
  asked: one.asked,
})

/** Plays a night in steps of 15 s: answers come, slots fill and call the others off, the policy asks. */
export const runNight = ({ helpers, calls }: Night, policy: NightPolicy, random: Random): NightOutcome => {
  const outcome: NightOutcome = { firstS: [], slots: 0, filled: 0, inTime: 0, alerts: 0, redundant: 0 }
  const known: Known[] = helpers.map(({ at, declared, answers }) => ({
    place: declared ?? at,
    isDeclared: declared !== null,
    answers: { ...answers },
    lately: NOTHING_LATELY,
    isFree: true,
    restUntilS: 0,
    askedToday: 0,
  }))
  /** Where each of them really is. */
  const places: Point[] = helpers.map(({ at }) => at)
  /** What somebody answers hangs on how often he was asked before, and on nobody else. */
  const tempers = helpers.map(() => mulberry32(Math.floor(random() * 2 ** 32)))
  const cases: Case[] = calls.map((call) => ({
    ...call,
    open: call.slots,
    pending: [],
    asked: new Set(),
    firstS: Infinity,
  }))

  /** He goes, works, rests where he worked, and stays there. Whose place was declared, his last task's place counts as declared. */
  const send = (one: Case, helper: number, nowS: number): void => {
    const person = known[helper]!
    const arrivalS = nowS + travelS(places[helper]!, one.place)
    places[helper] = one.place
    person.place = one.place
    one.open--
    one.firstS = Math.min(one.firstS, arrivalS - one.atS)
    outcome.filled++
    if (arrivalS - one.atS <= IN_TIME_S) outcome.inTime++
    person.answers.accepted++
    person.restUntilS = arrivalS + WORK_S + REST_S
    person.isFree = true
  }

  const hear = (one: Case, nowS: number): void => {
    for (const { helper, endS, yes, askedS } of one.pending.filter((pending) => pending.endS <= nowS)) {
      const person = known[helper]!
      person.isFree = true
      if (yes && one.open > 0) send(one, helper, endS)
      else if (yes) outcome.redundant++
      else if (endS - askedS >= DIES_S) person.answers.silent++
      else person.answers.declined++
      person.lately =
        endS - askedS >= DIES_S
          ? silentAt(person.lately, toInstant(nightAt(askedS)))
          : heardAt(toInstant(nightAt(endS)))
    }
    one.pending = one.pending.filter(({ endS }) => endS > nowS)
    if (one.open > 0) return
    for (const { helper } of one.pending) known[helper]!.isFree = true
    for (const { helper } of one.pending) one.asked.delete(helper)
    one.pending = []
  }

  for (let nowS = 0; nowS < LASTS_S; nowS += TICK_S) {
    const begun = cases.filter(({ atS, open }) => atS <= nowS && open > 0)
    for (const one of begun) hear(one, nowS)
    const lacking = begun.filter(({ open }) => open > 0).map((one) => lackingOf(one, cases.indexOf(one)))
    for (const { call, helper } of lacking.length > 0 ? policy({ nowS, helpers: known, lacking }) : []) {
      const person = known[helper]!
      if (!person.isFree || person.restUntilS > nowS || cases[call]!.asked.has(helper))
        throw new Error(`helper ${helper} may not be asked for call ${call}`)
      const answer = answerOf(tempers[helper]!, helpers[helper]!)
      const endS = nowS + Math.min(DIES_S, answer?.afterS ?? DIES_S)
      const yes = answer !== null && answer.yes && answer.afterS < DIES_S
      cases[call]!.pending.push({ helper, askedS: nowS, endS, yes })
      cases[call]!.asked.add(helper)
      person.isFree = false
      person.askedToday++
      outcome.alerts++
    }
  }
  outcome.slots = calls.reduce((sum, { slots }) => sum + slots, 0)
  outcome.firstS = cases.map(({ firstS }) => firstS).filter((seconds) => seconds < Infinity)
  return outcome
}
