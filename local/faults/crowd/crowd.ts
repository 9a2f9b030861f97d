import { setTimeout as rest } from 'node:timers/promises'
import { type Chance, chanceOf } from '../chance.ts'
import { createDesk, createLinkOf } from './desk.ts'
import { createDrivers } from './drivers.ts'
import { openLedger } from './ledger.ts'
import { createOthers } from './others.ts'
import type { Manner, Order, Shown, Tally } from './place.ts'
import { createPace } from './pace.ts'
import { openPlatform } from './platform.ts'
import { createSay } from './say.ts'
import { createScreens } from './screens.ts'
import { signInAll } from './sign-in.ts'
import { createCounts } from './tally.ts'

/** Acknowledged writes a second above which what only fills the time takes a rest. */
const ENOUGH = 90
const STORIES = 3
/** Who comes in a rush, as when the water rises: reports that are none, and people who take a pause. */
const HOAXES = 2
const PAUSING = 12
/** Who takes a rest at any time. */
const AWAY = 16
const PROBE_WITHIN_MS = 40_000

type Opening = Extract<Order, { do: 'open' }>

/** Everybody outside the platform: control room, two platforms with their drivers, screens, and somebody with bad intentions. */
export const openCrowd = async ({ place, seed, ledgerFile, trapUrl }: Opening) => {
  let luck: Chance = chanceOf(seed)
  const pace = createPace()
  const manners = new Map<string, Manner>()
  let isRush = false
  let counted = 0
  const chance = () => luck
  const nextId = (what: string): string => `${what}-${seed}-${(counted += 1)}`
  const counts = createCounts()
  const ledger = await openLedger(ledgerFile)
  const people = await signInAll(place)
  const speech = createSay({ apis: place.apis, ledger, counts, renew: people.renew })
  const shared = { place, speech, chance, nextId, pace }
  const token = () => people.of('operator')
  const drivers = createDrivers({ ...shared, linkOf: createLinkOf(speech, token) })
  const desk = createDesk({ ...shared, drivers, token })
  const others = createOthers(shared)
  const screens = createScreens(place.apis, (role) => people.of(role).value)
  const platforms = await Promise.all(
    place.partners.map((partner) =>
      openPlatform(partner, ledger, {
        manner: () => manners.get(partner.ref) ?? 'well',
        trapUrl,
        hear: (heard) => {
          drivers.hear(partner, heard)
          const { offerId } = heard.data
          if (
            pace.isPlaying() &&
            heard.type === 'offer.created' &&
            typeof offerId === 'string' &&
            luck.oneIn(3)
          )
            void others.meddle(offerId, partner.ref)
        },
      }),
    ),
  )

  let running: Promise<void>[] = []
  /** `isFiller`: only in a rush. */
  const loop = (work: () => Promise<unknown>, pauseMs: number, isFiller = false): void => {
    const run = async (): Promise<void> => {
      while (pace.isPlaying()) {
        if (!isFiller || (isRush && counts.perSecond() < ENOUGH)) await work()
        await pace.pause(pauseMs)
      }
    }
    running.push(run())
  }

  const probe = async (): Promise<number | null> => {
    const beganAt = performance.now()
    const deadline = beganAt + PROBE_WITHIN_MS
    const incident = await desk.report(true, 0)
    if (incident === null) return null
    await desk.search(incident.id, 3)
    const { confirmed } = drivers.known(incident.number)
    while (confirmed.size === 0 && performance.now() < deadline) await rest(20)
    const tookMs = performance.now() - beganAt
    await desk.cancel(incident.id)
    return confirmed.size === 0 ? null : Math.round(tookMs)
  }

  return {
    play: (from: number): void => {
      luck = chanceOf(from)
      pace.play()
      for (let n = 0; n < STORIES; n += 1) loop(desk.story, 20)
      for (let n = 0; n < HOAXES; n += 1) loop(desk.hoax, 40, true)
      for (let n = 0; n < PAUSING; n += 1) loop(others.duty, 40, true)
      for (let n = 0; n < AWAY; n += 1) loop(others.away, 200)
      loop(desk.watch, 2500)
      loop(others.duty, 300)
      loop(others.observe, 2000)
      loop(others.positions, 1000)
      loop(others.forge, 400)
      loop(others.late, 600)
      loop(async () => screens.flap(luck.int(2)), 700)
    },
    /** Nobody begins anything new; resolves when everything that was said has its answer. */
    rest: async (): Promise<void> => {
      pace.end()
      isRush = false
      await Promise.all(running)
      running = []
      await drivers.settled()
      drivers.forget()
    },
    /** A report, a search and a yes, all anew: how long until the platform does its work again, in ms. */
    probe,
    rush: (on: boolean): void => {
      isRush = on
    },
    behave: (next: Manner, ref?: string): void => {
      for (const one of place.partners) if (ref === undefined || ref === one.ref) manners.set(one.ref, next)
    },
    tally: (): Tally => {
      const tally = counts.tally()
      counts.totals.slowestMs = 0
      return tally
    },
    screens: (): Shown[] => screens.shown(),
    close: async (): Promise<void> => {
      pace.end()
      screens.close()
      for (const platform of platforms) platform.close()
      await speech.close()
      await ledger.close()
    },
  }
}
export type Crowd = Awaited<ReturnType<typeof openCrowd>>
