import { openBook } from './book.ts'
import { announceDuty } from './day/keep-hours.ts'
import { watchTheRoads } from './day/observe.ts'
import { loseNowAndThen } from './day/phones.ts'
import { takePassengers } from './day/trips.ts'
import { createDiary, type DiaryEntry } from './diary.ts'
import { createPlatform } from './platform.ts'
import { sharePositions } from './positions.ts'
import { createReceiver } from './receive.ts'
import { type Report, reportOf } from './report.ts'
import type { RosterEntry } from './roster.ts'
import { openServer } from './server.ts'
import type { Settings } from './settings.ts'
import type { Simulation } from './simulation.ts'
import type { Time } from './time.ts'
import { openInbox } from './sms/inbox.ts'
import { createSurprises } from './unexpected.ts'

export interface SimulatorOptions {
  apiUrl: string
  port: number
  partnerRef: string
  secretOut: string
  secretIn: string
  roster: readonly RosterEntry[]
  settings: Settings
  time: Time
  /** A new id that no run before has used: for ever is long at the other side. */
  newId: () => string
  log: (entry: DiaryEntry) => void
}

export interface Simulator {
  port: number
  report(): Report
  timeline(): readonly DiaryEntry[]
  close(): Promise<void>
}

/** Opens the platform of "Ojek Contoh": listens first, then tells who is on duty and where they are. */
export async function openSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { apiUrl, partnerRef, roster, settings, time, newId, log } = options
  const diary = createDiary(time, log)
  const surprises = createSurprises(time, diary)
  const platform = createPlatform({
    apiUrl,
    partnerRef,
    secret: options.secretOut,
    time,
    newId,
    diary,
    surprises,
  })
  const book = openBook(roster, settings)
  const sim: Simulation = { settings, time, began: time.now().getTime(), book, platform, diary, surprises }

  const inbox = openInbox(time)
  const report = () => reportOf(book, surprises.list())
  const server = await openServer({
    port: options.port,
    receive: createReceiver(sim, options.secretIn, (act) => setImmediate(act)),
    inbox,
    reads: { '/report': report, '/timeline': () => diary.entries() },
  })
  void announceDuty(sim).then(() => live(sim))

  return {
    port: server.port,
    report,
    timeline: () => diary.entries(),
    close: async () => {
      platform.close()
      await server.close()
    },
  }
}

/** What goes on by itself, whether anybody is asked or not. */
function live(sim: Simulation): void {
  void sharePositions(sim)
  watchTheRoads(sim)
  for (const driver of sim.book.drivers.values()) {
    takePassengers(sim, driver)
    loseNowAndThen(sim, driver)
  }
}
