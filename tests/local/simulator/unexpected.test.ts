import { describe, expect, it } from 'vitest'
import { confirmed, driver, offered, THEIRS } from './given.ts'
import { envelope, openWorld } from './world.ts'

const silent = { settings: { script: Array.from({ length: 9 }, () => 'silent' as const) } }
const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

describe('what the partner did not expect', () => {
  it('is nothing while everything is as the public contract says', async () => {
    const { deliver, kinds, simulator } = await openWorld(silent)
    expect(await deliver('offer.created', offered())).toBe(200)
    expect(await deliver('ping', { note: 'halo' })).toBe(200)
    expect(kinds()).toEqual([])
    expect(simulator.report()).toMatchObject({ offers: 1, ignored: 1, onDuty: 2 })
  })

  it('a signature of somebody else: 401', async () => {
    const { platform, simulator, kinds } = await openWorld()
    expect(await platform.post(simulator.port, 'msg_1', envelope('ping', { note: 'x' }), THEIRS)).toBe(401)
    expect(kinds()).toEqual(['bad_signature'])
  })

  it('an unknown type, a body that does not fit, a body that is not JSON', async () => {
    const { platform, simulator, kinds, until } = await openWorld()
    const { expiresAt: _, ...incomplete } = offered()
    await platform.post(simulator.port, 'msg_1', envelope('offer.sold', {}))
    await platform.post(simulator.port, 'msg_2', envelope('offer.created', incomplete))
    await platform.post(simulator.port, 'msg_3', '{')
    await until(() => kinds().length === 3)
    expect(kinds()).toEqual(['unknown_type', 'schema', 'unknown_type'])
    expect(simulator.report().offers).toBe(0)
  })

  it('a field that the contract does not know, however deep', async () => {
    const { platform, simulator, kinds, until } = await openWorld(silent)
    const place = { ...offered().place, address: 'Jalan Contoh 1' }
    const data = { ...offered(), place, reporter: { name: 'Contoh' } }
    await platform.post(simulator.port, 'msg_1', envelope('offer.created', data))
    await until(() => simulator.report().offers === 1)
    expect(kinds()).toEqual(['unknown_field'])
    expect(simulator.report().unexpected[0]?.detail).toBe('offer.created: place.address, reporter')
  })

  it('another body under a known webhook-id; the same body again is no surprise', async () => {
    const { platform, simulator, deliver, kinds, wrote } = await openWorld(silent)
    const offer = offered()
    await deliver('offer.created', offer, 'msg_same')
    await deliver('offer.created', offer, 'msg_same')
    expect(wrote('delivery.repeated')).toBe(true)
    expect(kinds()).toEqual([])
    await platform.post(simulator.port, 'msg_same', envelope('offer.created', offered({ offerId: 'off-2' })))
    expect(kinds()).toEqual(['id_reused'])
    expect(simulator.report().offers).toBe(1)
  })

  it('one offer under two webhook-ids', async () => {
    const { deliver, kinds } = await openWorld(silent)
    await deliver('offer.created', offered())
    await deliver('offer.created', offered())
    expect(kinds()).toEqual(['offer_twice'])
  })

  it('an offer to a stranger, to somebody off duty, or dead on arrival', async () => {
    const { deliver, kinds } = await openWorld({
      ...silent,
      roster: [driver('d1'), driver('d2', { duty: 'off' })],
    })
    await deliver('offer.created', offered({ offerId: 'off-1', volunteerRef: 'stranger' }))
    await deliver('offer.created', offered({ offerId: 'off-2', volunteerRef: 'd2' }))
    await deliver('offer.created', offered({ offerId: 'off-3', expiresAt: soon(-1) }))
    expect(kinds()).toEqual(['unknown_volunteer', 'offer_off_duty', 'offer_dead_on_arrival'])
  })

  it('a second offer while one is open, unless the first is taken back by a later delivery', async () => {
    const { deliver, kinds } = await openWorld(silent)
    await deliver('offer.created', offered({ offerId: 'off-1' }))
    await deliver('offer.created', offered({ offerId: 'off-2' }))
    expect(kinds()).toEqual(['offer_while_offered'])
    await deliver('offer.withdrawn', { offerId: 'off-1', volunteerRef: 'd1', reason: 'replanned' })
    expect(kinds()).toEqual([])
  })

  it('not a withdrawal that overtakes its offer: nobody answers that offer', async () => {
    const { deliver, kinds, simulator } = await openWorld(silent)
    await deliver('offer.withdrawn', { offerId: 'off-1', volunteerRef: 'd1', reason: 'filled' })
    await deliver('offer.created', offered({ offerId: 'off-1' }))
    expect(kinds()).toEqual([])
    expect(simulator.report().offers).toBe(0)
  })

  it('an offer to somebody who is on a task, unless he was called home', async () => {
    const { deliver, kinds } = await openWorld(silent)
    await deliver('assignment.confirmed', confirmed({ assignmentId: 'asg-9', offerId: 'by-hand' }))
    await deliver('offer.created', offered())
    expect(kinds()).toEqual(['offer_while_on_task'])
    await deliver('assignment.stood_down', {
      assignmentId: 'asg-9',
      volunteerRef: 'd1',
      reason: 'stand_down',
    })
    expect(kinds()).toEqual([])
  })

  it('a second task for one person', async () => {
    const { deliver, kinds } = await openWorld(silent)
    await deliver('assignment.confirmed', confirmed({ assignmentId: 'asg-1', offerId: 'by-hand-1' }))
    await deliver('assignment.confirmed', confirmed({ assignmentId: 'asg-2', offerId: 'by-hand-2' }))
    expect(kinds()).toEqual(['second_task'])
  })

  it('a confirmation for somebody who has not answered', async () => {
    const { deliver, kinds } = await openWorld(silent)
    await deliver('offer.created', offered())
    await deliver('assignment.confirmed', confirmed())
    expect(kinds()).toEqual(['confirmed_after_no'])
  })

  it.each([
    ['Hubungi pelapor di lokasi.', 'the reporter in why'],
    ['Telepon 0812-3456-7890 bila tiba.', 'a phone number in why'],
    ['Telepon +62 812 3456 7890 bila tiba.', 'a phone number in why'],
  ])('personal data in an offer: %s', async (why, detail) => {
    const { deliver, simulator } = await openWorld(silent)
    await deliver('offer.created', offered({ why }))
    expect(simulator.report().unexpected).toMatchObject([{ kind: 'personal_data', detail }])
  })

  it('the exact place in an offer, found out when the task is confirmed', async () => {
    const { deliver, kinds, time, until, simulator } = await openWorld({ settings: { script: ['accept'] } })
    const { lat, lng } = confirmed().place
    await deliver('offer.created', offered({ place: { areaName: 'Oebufu', lat, lng } }))
    time.advance(60)
    await until(() => simulator.report().accepted === 1)
    await deliver('assignment.confirmed', confirmed())
    expect(kinds()).toEqual(['exact_place_before_acceptance'])
  })
})
