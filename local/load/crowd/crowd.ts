import { createWriteStream } from 'node:fs'
import { createServer } from 'node:http'
import { chanceOf } from '../../faults/chance.ts'
import { createDesk } from '../../faults/crowd/desk.ts'
import type { Ledger } from '../../faults/crowd/ledger.ts'
import { createPace } from '../../faults/crowd/pace.ts'
import { openPlatform } from '../../faults/crowd/platform.ts'
import { createSay } from '../../faults/crowd/say.ts'
import { createScreens } from '../../faults/crowd/screens.ts'
import { signInAll } from '../../faults/crowd/sign-in.ts'
import { createCounts } from '../../faults/crowd/tally.ts'
import type { LoadGround } from '../ground.ts'
import { atTimes } from '../pace.ts'
import { arrivals, type Profile } from '../profile.ts'
import { createDrivers } from './drivers.ts'
import { createFigures } from './figures.ts'
import { createFiles } from './files.ts'
import { tellPositions } from './positions.ts'
import { openSockets } from './sockets.ts'

/** Access tokens live for minutes; screens come back with one that is younger than this. */
const RENEW_EVERY_MS = 4 * 60_000
const QUANTITIES = [1, 2, 2, 3] as const

/** The crowd's ledger on a disk that nobody fills or kills: written in order, without waiting for the platter. */
const openLedger = (file: string): Ledger => {
  const stream = createWriteStream(file)
  return {
    note: async (line) => void stream.write(`${JSON.stringify(line)}\n`),
    close: () => new Promise((done) => void stream.end(() => done())),
  }
}

/** A platform that takes every connection and never says a word. */
const openDead = (port: number) => {
  const server = createServer(() => undefined).listen(port, '127.0.0.1')
  return {
    close: (): void => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Everybody outside the platform. The last of the partners is dead. */
export const openLoadCrowd = async ({ place, ledgerFile }: LoadGround, profile: Profile, seed: number) => {
  const luck = chanceOf(seed)
  const chance = () => luck
  let counted = 0
  const nextId = (what: string): string => `${what}-${seed}-${(counted += 1)}`
  const figures = createFigures()
  const files = createFiles(figures)
  const pace = createPace()
  const counts = createCounts()
  const ledger = openLedger(ledgerFile)
  const people = await signInAll(place)
  const renewing = setInterval(() => void people.renew(), RENEW_EVERY_MS)
  const speech = createSay({
    apis: place.apis,
    ledger,
    counts,
    renew: people.renew,
    heard: (_message, status) => figures.heard(status),
  })
  const shared = { speech, chance, pace, nextId }
  const drivers = createDrivers({ ...shared, figures, files })
  const desk = createDesk({ ...shared, place, drivers: files, token: () => people.of('operator') })
  const platforms = await Promise.all(
    place.partners.map(async (partner, i) =>
      i === place.partners.length - 1
        ? openDead(partner.port)
        : openPlatform(partner, ledger, {
            manner: () => 'well',
            trapUrl: '',
            hear: (heard) => drivers.hear(partner, heard),
          }),
    ),
  )
  const screens = createScreens(place.apis, (role) => people.of(role).value)
  const sockets = openSockets(place.apis, profile.screens, () => people.of('supervisor').value)
  const stories = new Set<Promise<void>>()

  const story = async (intendedAt: number): Promise<void> => {
    const quantity = luck.pick(QUANTITIES)
    const incident = await desk.report(true, luck.int(2))
    figures.since('report', intendedAt)
    if (incident === null) return
    const { id, number } = incident
    files.opened(number, quantity)
    await desk.search(id, quantity)
    files.dispatched(number)
    await pace.pause(luck.between(...profile.lastsS) * 1000)
    await desk.cancel(id)
    files.close(number)
  }

  return {
    figures,
    totals: files.totals,
    acceptances: (): number => counts.totals.acceptances,
    sockets,
    /** Plays for so long; resolves when nothing new begins any more and everything that was said has its answer. */
    play: async (seconds: number): Promise<void> => {
      pace.play()
      const startAt = performance.now() + 500
      const over = (): boolean => !pace.isPlaying()
      const positions = tellPositions(
        { ...shared, place, figures, everyS: profile.positionEveryS },
        startAt,
        seconds,
      )
      const incidents = atTimes(
        arrivals(profile, seconds),
        startAt,
        figures.times.late,
        over,
        (intendedAt) => {
          const told = story(intendedAt).then(() => void stories.delete(told))
          stories.add(told)
        },
      )
      await Promise.all([positions, incidents])
      pace.end()
      while (stories.size > 0) await Promise.all(stories)
      await drivers.settled()
    },
    screens: async () => screens.shown(),
    close: async (): Promise<void> => {
      clearInterval(renewing)
      pace.end()
      sockets.close()
      screens.close()
      for (const platform of platforms) platform.close()
      await speech.close()
      await ledger.close()
    },
  }
}
export type LoadCrowd = Awaited<ReturnType<typeof openLoadCrowd>>
