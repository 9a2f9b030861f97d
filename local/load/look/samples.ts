import { readdirSync, readFileSync } from 'node:fs'
import { Redis } from 'ioredis'
import mongoose from 'mongoose'
import { cpuSecondsOf } from '../../faults/ground/cost.ts'
import type { LoadGround } from '../ground.ts'
import { heapAfterSweep } from './heap.ts'
import { flatness } from './flat.ts'
import { LEAST_S, slopePerHour, type Point } from './slope.ts'

const counted = ['incidents', 'facts', 'receipts', 'deliveries', 'claims', 'rounds'] as const

/** Resident memory in MB; 0 when the process is gone or this is no Linux. */
const rssOf = (pid: number | undefined): number => {
  try {
    const [, kb = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kb) / 102.4) / 10
  } catch {
    return 0
  }
}
const descriptorsOf = (pid: number | undefined): number => {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}

/** First, last and highest of a series, and how much it grows in an hour. */
const lineOf = (points: readonly Point[]) => ({
  first: points[0]?.value ?? 0,
  last: points.at(-1)?.value ?? 0,
  most: Math.max(0, ...points.map(({ value }) => value)),
  perHour: slopePerHour(points),
})

/** Of a run that is judged, so many times everything is swept up in between: it stops each process for a moment. */
const SWEEPS = 15

/** Looks at every process and both servers again and again, from outside, for so many seconds. */
export const openSamples = async (
  { members, mongo, redis, mongoUri }: LoadGround,
  { everyMs, seconds }: { everyMs: number; seconds: number },
) => {
  const series = new Map<string, Point[]>()
  const keys = new Redis(redis.url, { maxRetriesPerRequest: 1 })
  keys.on('error', () => undefined)
  const client = await mongoose.mongo.MongoClient.connect(mongoUri)
  const startAt = performance.now()
  const add = (name: string, value: number): void => {
    const points = series.get(name) ?? []
    points.push({ s: (performance.now() - startAt) / 1000, value })
    series.set(name, points)
  }
  const processes = () => [
    ...members.map((member) => [member.name, member.pid()] as const),
    ['mongo', mongo.pid] as const,
    ['redis', redis.pid] as const,
    ['crowd', process.pid] as const,
  ]
  const look = async (): Promise<void> => {
    for (const [name, pid] of processes()) {
      add(`${name} MB`, rssOf(pid))
      add(`${name} descriptors`, descriptorsOf(pid))
    }
    add('redis keys', await keys.dbsize())
    for (const name of counted)
      add(`mongo ${name}`, await client.db().collection(name).estimatedDocumentCount())
  }
  const sweep = async (): Promise<void> => {
    for (const member of members) add(`${member.name} heap MB after a sweep`, await heapAfterSweep(member))
  }
  const cpu = (): Record<string, number> =>
    Object.fromEntries(processes().map(([name, pid]) => [name, cpuSecondsOf(pid)]))

  const cpuAtStart = cpu()
  await sweep()
  let looking: Promise<unknown> = look()
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => undefined)
  }, everyMs)
  const sweeper =
    seconds < LEAST_S
      ? undefined
      : setInterval(
          () => {
            looking = looking.then(sweep).catch(() => undefined)
          },
          (seconds * 1000) / SWEEPS,
        )
  return {
    /** Looks once more; series by name, and seconds of CPU of each process. */
    end: async () => {
      clearInterval(timer)
      clearInterval(sweeper)
      await looking
      const cpuAtEnd = cpu()
      await look()
      await sweep()
      keys.disconnect()
      await client.close()
      return {
        series: Object.fromEntries([...series].map(([name, points]) => [name, lineOf(points)])),
        flat: flatness(series),
        cpuS: Object.fromEntries(
          Object.entries(cpuAtEnd).map(([name, s]) => [
            name,
            Math.round((s - (cpuAtStart[name] ?? 0)) * 10) / 10,
          ]),
        ),
      }
    },
  }
}
