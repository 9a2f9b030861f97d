import { Redis } from 'ioredis'
import { z } from 'zod'
import { distanceM } from '#contracts/domain/place.ts'
import { Grid } from '../../../worker/matching/near/grid.ts'
import { Nearest } from '../../../worker/matching/near/nearest.ts'
import { random } from '../../worker/matching/problems.ts'
import { cpuMs, inTurns, mustEqual, type Row, rowOf, warmUp } from '../timing.ts'
import { type Spot, uniformSpots } from './workloads.ts'

const KEY = 'bench:positions'
const COUNT = 10
const RADIUS_KM = 5
/** Redis keeps 52 bits of a position, which is some 0.6 m. */
const GEOHASH_M = 2
const Found = z.array(z.tuple([z.string(), z.string()]))

/** The same people in our index and in a real Redis. */
const populate = async (redis: Redis, people: Spot[]) => {
  const grid = Grid.of(people)
  await redis.del(KEY)
  for (let from = 0; from < people.length; from += 1_000) {
    const some = people.slice(from, from + 1_000)
    await redis.geoadd(KEY, ...some.flatMap(({ lat, lng }, i) => [lng, lat, String(from + i)]))
  }
  const nearest = new Nearest(grid, COUNT)
  const ask = async (places: readonly Spot[]) => {
    const pipeline = redis.pipeline()
    for (const { lat, lng } of places)
      pipeline.geosearch(
        KEY,
        'FROMLONLAT',
        lng,
        lat,
        'BYRADIUS',
        RADIUS_KM,
        'km',
        'ASC',
        'COUNT',
        COUNT,
        'WITHDIST',
      )
    return (await pipeline.exec()) ?? []
  }
  return {
    ask,
    find: (place: Spot) => nearest.find(place, COUNT),
    nearest,
    move: async (id: number, to: Spot) => {
      people[id] = to
      grid.put(id, to)
      await redis.geoadd(KEY, to.lng, to.lat, String(id))
    },
  }
}

/** Milliseconds that the server itself has worked so far: neither the way to it nor other people's load is counted. */
const serverMs = async (redis: Redis): Promise<number> => {
  const told = await redis.info('cpu')
  const seconds = (name: string) => Number(new RegExp(`${name}:([0-9.]+)`).exec(told)?.[1])
  return 1000 * (seconds('used_cpu_user') + seconds('used_cpu_sys'))
}

/** Ours is what looking at everybody finds; what Redis finds is the same, but for its own rounding. */
const mustBeNearest = async (both: Awaited<ReturnType<typeof populate>>, people: Spot[], places: Spot[]) => {
  const answers = await both.ask(places)
  for (const [n, place] of places.entries()) {
    const sorted = people.map((person) => distanceM(person, place)).sort((a, b) => a - b)
    mustEqual('found', both.find(place), COUNT)
    const theirs = Found.parse(answers[n]?.[1])
    for (let i = 0; i < Math.min(COUNT, theirs.length); i++) {
      mustEqual('our distance', both.nearest.distanceM(i), sorted[i] ?? NaN, 1e-5)
      mustEqual('distance in Redis', Number(theirs[i]?.[1]) * 1000, sorted[i] ?? NaN, GEOHASH_M)
    }
  }
}

/** Exact 10 nearest of so many who move, against GEOSEARCH within 5 km on the same data. */
export const benchNearest = async (url: string, size: number, pairs: number, seed: number): Promise<Row> => {
  const redis = new Redis(url)
  try {
    const people = uniformSpots(size, seed)
    const both = await populate(redis, people)
    const places = uniformSpots(2_000, seed + 1)
    const next = random(seed + 2)
    await mustBeNearest(both, people, places.slice(0, 20))

    // Redis is asked about a twentieth of the places, again and again; what it has in its caches is its own advantage.
    const few = places.slice(0, 100)
    let measured = 0
    const ours = () => {
      for (const place of places) {
        both.find(place)
        measured += both.nearest.measured
      }
    }
    const moveSome = async () => {
      for (let n = 0; n < size / 100; n++)
        await both.move(
          Math.floor(next() * size),
          places[Math.floor(next() * places.length)] ?? { lat: 0, lng: 0 },
        )
    }
    const redisMs: number[] = []
    const ms: number[] = []
    const theirSide = async (pair: number) => {
      const before = await serverMs(redis)
      await both.ask(few)
      redisMs[pair] = ((await serverMs(redis)) - before) / few.length
    }
    const ourSide = (pair: number) => {
      measured = 0
      ms[pair] = cpuMs(ours) / places.length
    }
    await warmUp(theirSide, ourSide)
    await inTurns(pairs, theirSide, ourSide, moveSome)
    await mustBeNearest(both, people, places.slice(20, 40))
    return rowOf(
      {
        name: `10 nearest of ${size}`,
        baseline: `GEOSEARCH ${RADIUS_KM} km ASC COUNT ${COUNT}, CPU time of the server`,
        target: size === 100_000 ? '≥ 1,000x' : '',
        counted: { distancesPerQuery: measured / places.length },
      },
      redisMs,
      ms,
    )
  } finally {
    await redis.del(KEY)
    redis.disconnect()
  }
}
