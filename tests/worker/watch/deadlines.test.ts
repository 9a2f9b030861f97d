import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Bearer, progress } from '#contracts/domain/incident/commands/assignment.ts'
import { finishCallback, planCallback } from '#contracts/domain/incident/commands/caller.ts'
import { answerCheckin, requestCheckin } from '#contracts/domain/incident/commands/contact.ts'
import { control } from '#contracts/domain/incident/commands/finish.ts'
import { verify } from '#contracts/domain/incident/commands/gate.ts'
import { setNeeds } from '#contracts/domain/incident/commands/needs.ts'
import { acknowledgeAlarm, trc } from '#contracts/domain/incident/commands/notes.ts'
import { report } from '#contracts/domain/incident/commands/report.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Due } from '#contracts/domain/incident/due.ts'
import { defaultSla, type Sla } from '#contracts/domain/sla.ts'
import { indonesian } from '#contracts/wire/labels/id.ts'
import { sweeperLoop } from '../../../worker/loops/sweeper.ts'
import { runRound } from '../../../worker/round/round.ts'
import { anIncident, aPartner, change, incidentOf, op, PLACE, says, volunteers } from '../given.ts'
import { onePass } from '../pass.ts'
import { AGENCY, type Bench, openBench } from '../world.ts'
import { openOnCall, type OnCallDesk } from './on-call.ts'

let bench: Bench
let partnerId: string
let desk: OnCallDesk
beforeAll(async () => {
  bench = await openBench()
  partnerId = (await aPartner(bench.ctx, { url: 'https://mitra.example/hook' })).id
  await bench.ctx.store.cursors.lease('worker', 'somebody', 36_000)
})
afterAll(async () => bench.close())
beforeEach(async () => {
  const { incident, callBooks, leases, claims } = bench.ctx.store.models
  for (const model of [incident, callBooks, claims]) await model.collection.deleteMany({})
  await leases.deleteMany({ _id: 'watch' }).exec()
  desk = await openOnCall(bench)
})
afterEach(async () => desk.close())

/** Only this is due, and at once. */
const hasty = (what: Partial<Sla>): Sla => ({ ...defaultSla, ...what })
const atOnce = { kritis: 0, tinggi: 0, sedang: 0, rendah: 0 }

/** Somebody has called, and nobody has looked into it yet. */
const aReport = async (sla: Sla): Promise<string> => {
  const id = bench.ctx.ids.next('inc')
  const data: Parameters<typeof report>[1] = {
    number: id, hazard: 'banjir', severity: 'tinggi', place: { ...PLACE, kelurahan: null, doubt: false }, channel: 'operator',
    description: { textId: 'txt_1', digest: 'd' }, addressTextId: null, reporterId: 'per_1', drill: false,
    occurredAt: '2026-01-17T06:05:00.000Z', follows: null, sla,
  } // prettier-ignore
  await bench.ctx.store.ledger.change('incident', id, op(), (state) => report(state, data))
  return id
}

/** Somebody is on his way. */
const aTask = async (sla: Sla): Promise<string> => {
  await volunteers(bench.ctx, 1, { partnerId })
  const { id } = await anIncident(bench.ctx, { sla })
  await runRound(bench.ctx, AGENCY)
  await says.yes(bench.ctx, id, (await incidentOf(bench.ctx, id)).offers[0]!.id)
  return id
}
const bearerIn = ({ assignments }: Incident): Bearer => {
  const { id: assignmentId, volunteerId } = assignments[0]!
  return { assignmentId, volunteerId, partnerId }
}
const asked = async (): Promise<string> => {
  const id = await aTask(hasty({ checkinS: 0 }))
  await change(bench.ctx, id, (state, at) =>
    progress(state, bearerIn(state), { state: 'on_scene', at, point: null }),
  )
  await change(bench.ctx, id, (state) =>
    requestCheckin(state, { assignmentIds: null, idOf: (assignmentId) => `chk_${assignmentId}` }),
  )
  return id
}

type Deadline = Exclude<Due['what'], 'wave' | 'expiry'>
/** For each deadline of people, an incident that has missed it. */
const missed = {
  verify: () => aReport(hasty({ verifyS: 0 })),
  dispatch: async () => {
    const id = await aReport(hasty({ firstOffersS: 0 }))
    await change(bench.ctx, id, (state) => verify(state, { note: null }))
    return id
  },
  accept: async () => (await anIncident(bench.ctx, { sla: hasty({ firstOffersS: 0, acceptS: 0 }) })).id,
  arrive: () => aTask(hasty({ arriveS: atOnce })),
  checkin: asked,
  trc: async () => (await anIncident(bench.ctx, { severity: 'kritis', sla: hasty({ trcS: 0 }) })).id,
  callback: async () => {
    const id = await aReport(defaultSla)
    await change(bench.ctx, id, (state) => planCallback(state, { at: '2026-01-17T07:00:00.000Z' }))
    return id
  },
  review: () => aReport(hasty({ reviewS: 0 })),
} satisfies Record<Deadline, () => Promise<string>>

type Cure = Parameters<typeof change>[2]
const cures: Record<Deadline, Cure> = {
  verify: (state) => verify(state, { note: null }),
  dispatch: (state) => [
    ...setNeeds(state, { needs: [{ needId: 'nd_1', task: 'pantau', vehicle: 'any', skill: null, quantity: 1 }], standDown: [] }),
    { type: 'incident.dispatched', data: {} },
  ],
  accept: (state) => control(state, { note: null }),
  arrive: (state, at) => progress(state, bearerIn(state), { state: 'on_scene', at, point: null }),
  checkin: (state) => answerCheckin(state, bearerIn(state), { point: null, text: null }),
  trc: (state, at) => trc(state, { step: 'arrived', at }),
  callback: (state) => finishCallback(state, { note: null }),
  review: (state, at) => trc(state, { step: 'departed', at }),
} // prettier-ignore

const alarmsOf = async (id: string) =>
  (await incidentOf(bench.ctx, id)).alarms.filter(({ what }) => what === 'deadline')
const factsOf = async (id: string) =>
  (await bench.ctx.store.cursors.of(id)).filter(({ type }) => type === 'deadline.missed')

/** How many of those on call will be reminded of it. */
const toldOf = async (alarmId: string): Promise<number> => {
  const books = await bench.ctx.store.models.callBooks.find().lean().exec()
  return books.filter(({ told }) => told.some(({ alarm }) => alarm.includes(alarmId))).length
}

describe('a missed deadline', () => {
  it.each(Object.keys(missed) as Deadline[])(
    '(%s) is found by the sweeper, is an alarm, and is called out when nobody at a screen looks',
    async (what) => {
      const id = await missed[what]()
      expect((await onePass(sweeperLoop(bench.ctx))).dueTimes).toBe(1)
      await bench.ctx.store.settled()
      expect((await factsOf(id)).map(({ data }) => data['what'])).toEqual([what])
      const [alarm] = await alarmsOf(id)
      expect(alarm).toMatchObject({ detail: what, acknowledgedAt: null })
      await desk.looks()
      // Beside another alarm it is told as one of its kind.
      const words = new RegExp(`${indonesian.deadline[what]}|${indonesian.alarm.deadline} 1`)
      const { sms, mail } = desk.texts()
      expect([sms.join(), mail.join()]).toEqual([expect.stringMatching(words), expect.stringMatching(words)])
      expect(desk.kinds()).toMatchObject({ deadline: 2 })
      expect(await toldOf(alarm!.id)).toBe(2)

      await change(bench.ctx, id, (state) => acknowledgeAlarm(state, { alarm: alarm!.id }))
      await desk.looks()
      expect(await toldOf(alarm!.id)).toBe(0)
    },
  )

  it.each(Object.keys(missed) as Deadline[])('(%s) comes to rest with its cause', async (what) => {
    const id = await missed[what]()
    await onePass(sweeperLoop(bench.ctx))
    expect((await alarmsOf(id)).map(({ detail }) => detail)).toEqual([what])
    await change(bench.ctx, id, cures[what])
    expect(await alarmsOf(id)).toEqual([])
  })
})
