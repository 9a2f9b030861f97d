import { cpus, loadavg } from 'node:os'
import { CALM_MOST_S, slackMsOf } from '../faults/bounds.ts'
import { countFaults } from '../faults/line.ts'
import type { Fault } from '../faults/oracle/evidence.ts'
import { settle } from '../faults/settle.ts'
import { openLoadCrowd } from './crowd/crowd.ts'
import { openLoadGround } from './ground.ts'
import { openSamples } from './look/samples.ts'
import { profileOf } from './profile.ts'
import { shortcomings } from './verdict.ts'

/** Until then everything that is on its way must have come to its end; then the oracle looks. */
const SETTLE_MS = 180_000
const SAMPLES = 120
const LEAST_SAMPLE_MS = 2000

export interface RunOptions {
  seconds: number
  scale: number
  seed: number
  beside: string | null
}

const perSecond = (count: number, seconds: number): number => Math.round((count / seconds) * 10) / 10

/** One run on a city of its own: load, rest, and the oracle over a raw dump. */
export const runLoad = async ({ seconds, scale, seed, beside }: RunOptions, note: (line: string) => void) => {
  const profile = profileOf(scale)
  note(`A city with ${profile.drivers} volunteers and ${profile.screens} screens is built …`)
  const ground = await openLoadGround(profile, beside)
  try {
    const crowd = await openLoadCrowd(ground, profile, seed)
    try {
      const everyMs = Math.max(LEAST_SAMPLE_MS, (seconds * 1000) / SAMPLES)
      const samples = await openSamples(ground, { everyMs, seconds })
      note(`Load for ${seconds} s …`)
      const startAt = performance.now()
      await crowd.play(seconds)
      const playedS = (performance.now() - startAt) / 1000
      const looked = await samples.end()
      const { figures, totals, sockets } = crowd
      const screens = { ...sockets.heard, connected: sockets.connected(), of: profile.screens }
      note('The oracle looks …')
      const settledFrom = performance.now()
      const broken: Fault[] = await settle(
        { ...ground, people: crowd, redis: ground.redis, trap: { hits: () => 0 } },
        { slackMs: slackMsOf(CALM_MOST_S), withinMs: SETTLE_MS },
      )
      const latency = figures.latency()
      const crashes = ground.members.reduce((sum, member) => sum + member.fate().crashes, 0)
      const why = shortcomings(latency, figures.answers, crashes)
      return {
        scale,
        seed,
        seconds,
        machine: { cpus: cpus().length, load: loadavg().map((load) => Math.round(load * 10) / 10) },
        engine: ground.mongo.kind,
        volunteers: ground.place.drivers.length,
        incidents: totals.incidents,
        incidentsPerS: perSecond(totals.incidents, playedS),
        filled: totals.filled,
        acceptances: crowd.acceptances(),
        confirmed: totals.confirmed,
        answers: figures.answers,
        latency,
        screens,
        cpuS: looked.cpuS,
        series: looked.series,
        flat: looked.flat,
        settledS: Math.round((performance.now() - settledFrom) / 100) / 10,
        ...countFaults(broken),
        broken,
        carried: why.length === 0 && broken.length === 0,
        why,
      }
    } finally {
      await crowd.close()
    }
  } finally {
    await ground.close()
  }
}
export type LoadResult = Awaited<ReturnType<typeof runLoad>>
