import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { note } from '#contracts/domain/incident/commands/notes.ts'
import { report } from '#contracts/domain/incident/commands/report.ts'
import type { Filed } from '#contracts/store/documents.ts'
import type { Frame, Snapshot } from '#contracts/wire/live.ts'
import type { Listener } from '../../api/live/follower.ts'
import { createSnapshots } from '../../api/live/snapshot.ts'
import { createStream } from '../../api/live/stream.ts'
import { applyFrame, fromSnapshot, type LiveCity } from '../../dashboard/src/live/fold.ts'
import { aReport } from '../contracts/store/given.ts'
import { ledgerFaults } from './chain.ts'
import { noRest, PATIENCE_MS, played } from './runs.ts'
import { mishaps, openTown, orNull, type Process, untilAnswered } from './town.ts'

vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }))
beforeAll(() => void vi.stubGlobal('setTimeout', noRest))
afterAll(() => void vi.unstubAllGlobals())

const AGENCY = '5371'
const by = { kind: 'user', id: 'usr_a' } as const
const deeds = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('write' as const),
        at: fc.nat({ max: 1 }),
        id: fc.constantFrom('inc_a', 'inc_b'),
      }),
    },
    { weight: 3, arbitrary: fc.constant({ do: 'follow' as const }) },
    { weight: 2, arbitrary: fc.constant({ do: 'hang up' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'resync' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'lose a frame' as const }) },
  ),
  { minLength: 3, maxLength: 14 },
)

/** The ledger's follower of one process: reads on from its head, and tells who listens. */
const followerOf = ({ store }: Process) => {
  const listeners = new Set<Listener>()
  let head = 0
  return {
    head: () => head,
    ageMs: () => 0,
    listen: async (_agency: string, listener: Listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    follow: async (): Promise<void> => {
      const facts = await store.cursors.after(AGENCY, head, 2)
      const last = facts.at(-1)
      // Another pass may have come further meanwhile.
      if (last === undefined || facts[0]?.seq !== head + 1) return
      head = last.seq
      for (const listener of listeners) listener(facts, last.seq)
    },
  }
}

const caller = () =>
  ({ agencyId: AGENCY, userId: 'usr_a', role: 'admin', sid: 's', partnerId: null }) as const

/** A screen that loses its line now and then, and comes back with its cursor. */
const openScreen = (process: Process, follower: ReturnType<typeof followerOf>, clock: object) => {
  let city: LiveCity | null = null
  const faults: string[] = []
  const context = { store: process.store, clock } as never
  const holes = { due: 0, seen: 0 }
  let losing = 0
  let line = 0
  const snapshots = createSnapshots(context)
  const connect = () => {
    const mine = (line += 1)
    const heard = (fold: () => LiveCity | 'hole'): void => {
      if (mine !== line) return
      const next = fold()
      if (next !== 'hole') city = next
      else if (holes.due === 0) faults.push(`a hole after ${city?.seq}`)
      else holes.seen += 1
    }
    return createStream(context, follower, snapshots, caller, {
      snapshot: (snapshot: Snapshot) => heard(() => fromSnapshot(structuredClone(snapshot))),
      frame: (frame: Frame) => {
        if (losing > 0) {
          losing -= 1
          holes.due += 1
        } else heard(() => (city === null ? 'hole' : applyFrame(city, structuredClone(frame))))
      },
      idle: async () => undefined,
      personChanged: () => undefined,
      broken: (error) => void faults.push(String(error)),
    })
  }
  let stream = connect()
  const start = () =>
    stream.start(city?.seq ?? null).catch((error: unknown) => void faults.push(String(error)))
  return {
    faults,
    holes,
    city: () => city,
    start,
    /** The next frame never arrives: the screen must see the hole, until it asks again from where it stands. */
    lose: (): void => void (losing += 1),
    loseNoMore: (): void => void (losing = 0),
    hangUp: async (): Promise<void> => {
      const old = stream
      stream = connect()
      await Promise.all([old.stop(), start()])
    },
  }
}

it(
  'the live cursor is a map: whatever is written, cut and asked again, the screen ends with what the database holds',
  async () => {
    const met = { frames: 0, hungUp: 0, resynced: 0, holes: 0 }
    await played(
      fc.asyncProperty(
        fc.scheduler(),
        deeds,
        fc.integer({ min: 1, max: 5 }),
        mishaps(20),
        async (scheduler, all, atOnce, wrong) => {
          const onlyLines = wrong.map((one) => ({
            ...one,
            what: one.what === 'process dies' ? ('reply lost' as const) : one.what,
          }))
          const town = openTown({ scheduler, mishaps: onlyLines })
          const [one, two] = [town.openProcess('one'), town.openProcess('two')]
          const follower = followerOf(two)
          const screen = openScreen(two, follower, town.clock)
          let count = 0

          const write = async (at: number, id: string): Promise<void> => {
            const name = `write ${(count += 1)}`
            await untilAnswered(
              [one, two],
              at,
              () => false,
              ({ store }) =>
                store.ledger.change('incident', id, { opId: name, agencyId: AGENCY, by }, (state) =>
                  state === null
                    ? report(null, aReport(id))
                    : note(state, { textId: name, digest: 'd', about: 'note' }),
                ),
            ).catch(orNull)
          }
          const doDeed = async (deed: (typeof all)[number]): Promise<void> => {
            if (deed.do === 'write') return write(deed.at, deed.id)
            if (deed.do === 'follow') return follower.follow()
            if (deed.do === 'lose a frame') return screen.lose()
            met[deed.do === 'resync' ? 'resynced' : 'hungUp'] += 1
            return deed.do === 'resync' ? screen.start() : screen.hangUp()
          }
          const started = screen.start()
          for (let lot = 0; lot < all.length; lot += atOnce)
            await scheduler.waitFor(Promise.all(all.slice(lot, lot + atOnce).map(doDeed)))
          await scheduler.waitFor(started)
          town.calm()
          const last = town.openProcess('last')
          for (const id of ['inc_a', 'inc_b']) await last.store.flush('incident', id)
          const facts = town.database.rows<{ seq: number }>('facts').length
          for (let pass = 0; pass <= facts && follower.head() < facts; pass += 1) await follower.follow()
          screen.loseNoMore()
          await screen.start()

          expect(screen.faults).toEqual([])
          const city = screen.city()
          expect(city?.seq).toBe(facts)
          for (const { _id, state } of town.database.rows<Filed<'incident'>>('incident')) {
            const shown = city?.incidents.get(_id)?.state
            if (!isDeepStrictEqual(shown, state)) expect(shown).toEqual(state)
          }
          expect(ledgerFaults(town.database.rows('facts'))).toEqual([])
          met.frames += facts
          met.holes += screen.holes.seen
        },
      ),
    )
    for (const [what, count] of Object.entries(met)) expect([what, count]).not.toEqual([what, 0])
  },
  PATIENCE_MS,
)
