import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { setDuty } from '#contracts/domain/volunteer/commands.ts'
import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import { fixedClock } from '#contracts/runtime/clock.ts'
import type { VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import { createIds } from '#contracts/runtime/ids.ts'
import { createOffering } from '#contracts/store/offering.ts'
import { openTown } from '../../models/town.ts'
import { anAskingIncident, offerTo, op } from './given.ts'

/** A reply that lay there for a while: what the volunteer did meanwhile is not in it. */
const lateReply = <T extends object>(query: T, meanwhile: () => Promise<void>): T =>
  new Proxy(query, {
    get: (target, key) => {
      const own: unknown = Reflect.get(target, key)
      if (typeof own !== 'function') return own
      if (key !== 'exec')
        return (...args: unknown[]) => lateReply(Reflect.apply(own, target, args), meanwhile)
      return async () => {
        const reply: unknown = await Reflect.apply(own, target, [])
        await meanwhile()
        return reply
      }
    },
  })

const aVolunteer: VolunteerFactBody[] = [
  {
    type: 'volunteer.registered',
    data: { partnerId: 'ptn_a', ref: 'a', personKey: 'ani', vehicle: 'car', skills: [], channel: 'link' },
  },
  ...wholeAgreement.map((agreed) => ({ type: 'volunteer.agreed' as const, data: agreed })),
  { type: 'volunteer.activated', data: {} },
  { type: 'volunteer.duty_changed', data: { duty: 'on', declaredArea: null } },
]

/** A process whose first look at volunteers is answered `lateS` seconds late, when the one who was chosen has just left. */
const openLate = async (lateS: number) => {
  const { openProcess } = openTown({ scheduler: undefined as never, mishaps: [] })
  const { store, models } = openProcess('one', true)
  const clock = fixedClock(new Date('2026-01-17T06:05:00.000Z'))
  const counts: Record<string, number> = {}
  let looks = 0
  const leave = async (): Promise<void> => {
    if ((looks += 1) > 1) return
    clock.advance(lateS)
    await store.ledger.change('volunteer', 'vol_1', op(), (state) => {
      if (state === null) throw new Error('nobody is there')
      return setDuty(state, { duty: 'paused', declaredArea: null })
    })
  }
  await store.ledger.change('volunteer', 'vol_1', op(), () => aVolunteer)
  const volunteer = new Proxy(models.volunteer, {
    get: (target, key) =>
      key === 'find'
        ? (filter: object) => lateReply(target.find(filter), leave)
        : (Reflect.get(target, key) as unknown),
  })
  const { ledger, claims, incidents } = store
  const ids = createIds(randomBytes, clock)
  const offer = createOffering({
    models: { ...models, volunteer },
    ledger,
    claims,
    incidents,
    clock,
    ids,
    count: (what) => void (counts[what] = (counts[what] ?? 0) + 1),
  })
  return { platform: { ids, store: { ...store, offer } } as never, counts, looks: () => looks }
}
const ani = [{ volunteerId: 'vol_1', personKey: 'ani' }]

it('whoever left while the answer about him lay there is not asked: a late look is taken again', async () => {
  const { platform, counts, looks } = await openLate(4)
  expect(await offerTo(platform, await anAskingIncident(platform), ani)).toEqual([])
  expect([looks(), counts]).toEqual([2, { looked_again: 1, person_changed: 1 }])
})

it('a look that was answered at once counts', async () => {
  const { platform, looks } = await openLate(0)
  expect(await offerTo(platform, await anAskingIncident(platform), ani)).toHaveLength(1)
  expect(looks()).toBe(1)
})
