import { randomUUID } from 'node:crypto'
import { afterEach, vi } from 'vitest'
import { openSimulator } from '../../../local/simulator/open.ts'
import type { RosterEntry } from '../../../local/simulator/roster.ts'
import type { Settings } from '../../../local/simulator/settings.ts'
import type { DeliveryBody, DeliveryType } from '#contracts/wire/partner/deliveries.ts'
import { openFakePlatform } from './fake-platform.ts'
import { driver, OURS, settings, THEIRS } from './given.ts'
import { handTime } from './hand-time.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

/** The simulator against a platform that does as the test says, with time moved by hand. */
export async function openWorld(given: { roster?: RosterEntry[]; settings?: Partial<Settings> } = {}) {
  const time = handTime()
  const platform = await openFakePlatform({ theirs: THEIRS, ours: OURS })
  closers.push(platform.close)
  const simulator = await openSimulator({
    apiUrl: platform.url,
    port: 0,
    partnerRef: 'ojek-contoh',
    secretOut: THEIRS,
    secretIn: OURS,
    roster: given.roster ?? [driver('d1'), driver('d2')],
    settings: settings(given.settings),
    time,
    newId: () => `oc_${randomUUID()}`,
    log: () => undefined,
  })
  closers.push(() => simulator.close())
  const until = (holds: () => boolean) =>
    vi.waitFor(
      () => {
        if (!holds()) throw new Error(`not yet: ${JSON.stringify(simulator.report())}`)
      },
      { timeout: 10_000, interval: 10 },
    )
  const wrote = (what: string) => simulator.timeline().some((entry) => entry.what === what)
  await until(() => wrote('duty.announced'))

  /** Lets time pass in small parts, so that what is told in between can be answered in between. */
  const passUntil = async (holds: () => boolean, parts = 400) => {
    for (let part = 0; part < parts && !holds(); part++) {
      time.advance(5)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await until(holds)
  }

  let ids = 0
  const deliver = async <T extends DeliveryType>(
    type: T,
    data: DeliveryBody<T>,
    id = `msg_${(ids += 1)}`,
  ) => {
    const handled = simulator.timeline().length
    const status = await platform.post(simulator.port, id, envelope(type, data))
    await until(() => simulator.timeline().length > handled)
    return status
  }
  const kinds = () => simulator.report().unexpected.map(({ kind }) => kind)
  return { time, platform, simulator, until, passUntil, wrote, deliver, kinds }
}

export const envelope = (type: string, data: unknown): string =>
  JSON.stringify({ type, timestamp: '2026-04-05T01:00:00.000Z', data })
