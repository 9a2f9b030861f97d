import { setTimeout as rest } from 'node:timers/promises'
import { type Chance, chanceOf } from './chance.ts'
import type { Fault as Wrong } from './faults/fault.ts'
import { answered, areJudged, recovered, slackMsOf } from './bounds.ts'
import type { Ground } from './ground/ground.ts'
import { readMends } from './ground/mends.ts'
import type { Sometimes } from './ground/sometimes.ts'
import { countByLaw, countFaults, type CycleLine } from './line.ts'
import type { Span } from './oracle/evidence.ts'
import { settled } from './settle.ts'

/** A cycle counts only with so many writes acknowledged in the second before the fault. */
export const LEAST_BEFORE = 50
/** And with so many who have said yes: offers, claims and tasks must be under way. */
const LEAST_YES = 60
const LOAD_WITHIN_MS = 15_000

export interface CycleOptions {
  cycle: number
  seed: number
  commit: string
  /** What is to go wrong. */
  faults: readonly Wrong[]
  sometimes: Sometimes
  /** How long a probe took undisturbed a few cycles ago, in seconds; undefined: it is to be measured. */
  calmS: number | null | undefined
  history: History
}

/** What the cycles on one ground have in common: their facts lie in one ledger. */
export interface History {
  disturbed: Span[]
  slackMs: number
}

const until = async (withinMs: number, isSo: () => boolean): Promise<void> => {
  const deadline = performance.now() + withinMs
  while (!isSo() && performance.now() < deadline) await rest(50)
}

/** Waits until stories have come to their answers, or a while: never in the first moment. */
const underWay = ({ people }: Ground, yesBefore: number): Promise<void> =>
  until(LOAD_WITHIN_MS, () => people.tally().acceptances - yesBefore >= LEAST_YES)

/** Many more at once; waits until enough was acknowledged within a second, or a while. */
const rush = async ({ people }: Ground): Promise<number> => {
  people.rush(true)
  await until(LOAD_WITHIN_MS, () => people.tally().perSecond >= LEAST_BEFORE)
  return people.tally().perSecond
}

const difference = (after: Record<string, number>, before: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(after)
      .map(([what, count]) => [what, count - (before[what] ?? 0)] as const)
      .filter(([, count]) => count > 0),
  )
const crashesOf = (ground: Ground): number =>
  ground.members().reduce((sum, member) => sum + member.fate().crashes, 0)

/** How long each part took, in seconds. */
const createStopwatch = () => {
  let last = performance.now()
  const laps: Record<string, number> = {}
  return {
    laps,
    lap: (what: string): void => {
      const now = performance.now()
      laps[what] = Math.round((now - last) / 100) / 10
      last = now
    },
  }
}

/** All at once, so that each finds the others at work; when one cannot be done, what was done is made good again. */
export const hurtTogether = async (
  ground: Ground,
  drawn: readonly { fault: Wrong; lastsMs: number }[],
  chance: Chance,
): Promise<(() => Promise<void>)[]> => {
  const hurt = await Promise.allSettled(
    drawn.map(({ fault, lastsMs }) => fault.hurt(ground, chance, lastsMs)),
  )
  const mends = hurt.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const failed = hurt.find((one) => one.status === 'rejected')
  if (failed === undefined) return mends
  await Promise.allSettled(mends.map((mend) => mend()))
  throw failed.reason
}

/** One cycle: load, something goes wrong, it is made good, and when all is quiet the oracle looks. */
export const playCycle = async (ground: Ground, options: CycleOptions): Promise<CycleLine> => {
  const { cycle, seed, commit, faults, sometimes, history } = options
  const { people } = ground
  const beganAt = performance.now()
  const { laps, lap } = createStopwatch()
  const chance = chanceOf(seed)
  const [was, countsBefore, crashesBefore] = [people.tally(), await sometimes.totals(), crashesOf(ground)]
  const mendsBefore = await readMends(ground)
  people.slowestMs()
  const cpuBefore = ground.cpuS()
  const playedFrom = Date.now()
  people.play(seed)
  await underWay(ground, was.acceptances)
  lap('stories')
  const probed = options.calmS === undefined ? await people.probe() : null
  const calmS = options.calmS === undefined ? (probed === null ? null : probed / 1000) : options.calmS
  lap('calm')
  const before = await rush(ground)
  lap('rush')

  const hurtAt = performance.now()
  const atHurt = people.tally().acknowledged
  const calmSlowestMs = people.slowestMs()
  // Where not even the undisturbed probe came to its end, nothing that took long in this cycle is anybody's fault.
  const isTooSlow = calmS === null
  const span: Span = { from: isTooSlow ? playedFrom : Date.now(), until: Infinity }
  history.disturbed.push(span)
  history.slackMs = Math.max(history.slackMs, slackMsOf(calmS))
  const drawn = faults.map((fault) => ({ fault, lastsMs: Math.round(chance.between(...fault.lastsMs)) }))
  const mends = await hurtTogether(ground, drawn, chance)
  await rest(Math.max(0, ...drawn.map(({ lastsMs }) => lastsMs)))
  people.rush(false)
  const during = people.tally().acknowledged - atHurt
  const mendAt = performance.now()
  lap('fault')
  // From the cure on, whether or not everything has started again: the others must do its work meanwhile.
  const mended = Promise.all(mends.map((mend) => mend())).then(() => {
    span.until = Date.now()
  })
  const [recoveryMs] = await Promise.all([people.probe(), mended])
  lap('again')
  await people.rest()
  if (isTooSlow) span.until = Date.now()
  lap('rest')
  const restAt = performance.now()
  const slowestMs = people.slowestMs()
  const { broken: laws, healed, screensS } = await settled(ground, history)
  const undisturbed = { calmS, calmSlowestMs }
  const broken = [...recovered(recoveryMs, undisturbed), ...answered(faults, slowestMs, undisturbed), ...laws]

  const is = people.tally()
  return {
    cycle,
    seed,
    commit,
    at: new Date().toISOString(),
    engine: ground.mongo.kind,
    faults: faults.map(({ name }) => name),
    lastedMs: Math.round(mendAt - hurtAt),
    counts: before >= LEAST_BEFORE && calmS !== null,
    judged: { bounds: areJudged(faults, undisturbed) },
    before,
    during,
    acknowledged: is.acknowledged - was.acknowledged,
    acceptances: is.acceptances - was.acceptances,
    confirmed: is.confirmed - was.confirmed,
    slowestMs,
    calmSlowestMs,
    calmS,
    recoveryS: recoveryMs === null ? null : recoveryMs / 1000,
    settledS: Math.round(performance.now() - restAt) / 1000,
    screensS,
    healed: countByLaw(healed),
    tookS: Math.round((performance.now() - beganAt) / 100) / 10,
    laps,
    ...countFaults(broken),
    broken,
    sometimes: difference(await sometimes.totals(), countsBefore),
    mends: difference(await readMends(ground), mendsBefore),
    crashes: crashesOf(ground) - crashesBefore,
    cpuS: difference(ground.cpuS(), cpuBefore),
  }
}
