import { afterAll, beforeAll, expect, it } from 'vitest'
import { HandoverSheet } from '#contracts/domain/shift/handover-sheet.ts'
import { sheetView } from '../../api/queries/shift-sheet.ts'
import { AGENCY, BY, startApiWorld, type ApiWorld } from './api-world.ts'
import { given, twoMotorcycles } from './given.ts'
import { drawnZone } from './given-zones.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const crew = ['Contoh Lado', 'Contoh Bria']
const soon = (): string => new Date(Date.now() + 3_600_000).toISOString()
const start = { body: { crew, cutoffAt: soon() } }

it('two who start at the same moment start one shift, and the log holds what both write', async () => {
  const [operator, supervisor] = [await world.as('operator'), await world.as('supervisor')]
  const both = await Promise.all([operator.try('startShift', start), supervisor.try('startShift', start)])
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]))
  const { shifts } = await operator.call('listShifts')
  expect(shifts).toHaveLength(1)
  const id = shifts[0]?.id ?? ''
  const write = (who: typeof operator, text: string) =>
    who.call('logEntry', { params: { id }, body: { category: 'cuaca', text } })
  await Promise.all([write(operator, 'Hujan lebat.'), write(supervisor, 'Angin 40 knot.')])
  const entries = (await operator.call('listShifts')).shifts[0]?.entries ?? []
  expect(new Set(entries.map(({ text }) => text))).toEqual(new Set(['Angin 40 knot.', 'Hujan lebat.']))
  expect(new Set(entries.map(({ byName }) => byName))).toEqual(
    new Set(['Contoh operator', 'Contoh supervisor']),
  )
})

it('hands over what stands open, with the end of the ledger; the next crew starts after it', async () => {
  const operator = await world.as('operator')
  const { incident } = await given(world).assigned()
  const id = (await operator.call('listShifts')).shifts[0]?.id ?? ''
  await world.settled()
  const head = await world.context.store.cursors.head('5371')
  const over = await operator.call('handOverShift', { params: { id }, body: { note: 'Pantau TDM.' } })
  expect(over.handedOver).toMatchObject({ note: 'Pantau TDM.', byName: 'Contoh operator' })
  const sheet = over.handedOver?.sheet
  expect([sheet?.seq, sheet?.hash]).toEqual([head.seq, head.hash])
  expect(sheet?.incidents.map(({ number }) => number)).toContain(incident.number)
  expect(sheet?.out).toMatchObject([{ incidentId: incident.id, state: 'accepted' }])
  // Written after the handover: taken, and late.
  await operator.call('logEntry', { params: { id }, body: { category: 'lainnya', text: 'Lupa dicatat.' } })
  const next = await operator.call('startShift', { body: { crew: ['Contoh Neno'], cutoffAt: soon() } })
  const { shifts } = await operator.call('listShifts')
  expect(shifts.map((shift) => shift.id)).toEqual([next.id, id])
  expect(shifts[1]?.entries.at(-1)).toMatchObject({ text: 'Lupa dicatat.', late: true })
})

it('hands over promised calls, danger zones and calls for help; and what was kept stays as it stood', async () => {
  const operator = await world.as('operator')
  const { reported, calling } = given(world)
  const reporter = { name: 'Ibu Contoh', phone: '0812 9900 0101' }
  // Rejected, and she still waits for the call.
  const sooner = soon()
  const rejected = (await reported({ reporter, callBackAt: sooner })).incident
  await operator.call('rejectIncident', { params: { id: rejected.id }, body: { reason: 'palsu' } })
  const due = soon()
  const { id, number } = (await reported({ reporter, callBackAt: due })).incident
  const params = { id }
  const { incident } = await operator.call('setNeeds', { params, body: twoMotorcycles })
  const needId = incident.needs[0]?.id ?? ''
  const stalled = { needId, considered: 0, reasons: {}, remedies: [] }
  await world.context.store.incidents.change(id, { opId: 'stall', agencyId: AGENCY, by: BY }, () => [
    { type: 'need.stalled', data: stalled },
  ])
  const zone = await drawnZone(world)
  const { id: volunteerId, displayName: name } = await calling()
  const [shift] = (await operator.call('listShifts')).shifts
  const { handedOver } = await operator.call('handOverShift', { params: { id: shift?.id ?? '' }, body: {} })
  expect(handedOver?.sheet).toMatchObject({
    callbacks: [
      { incidentId: rejected.id, number: rejected.number, due: sooner },
      { incidentId: id, number, due },
    ],
    zones: [{ id: zone.id, kind: 'banjir', bars: ['motorcycle'], reason: zone.reason, until: zone.until }],
    sos: [{ volunteerId, name }],
    stalled: [{ number, task: 'evakuasi_ringan' }],
  })

  const place = { lat: -10.1757, lng: 123.5534, kelurahan: 'Namosain' }
  await operator.call('correctIncident', { params, body: { severity: 'kritis', hazard: 'lainnya', place } })
  await operator.call('dropNeed', { params: { ...params, needId }, body: {} })
  await operator.call('finishCallback', { params, body: {} })
  await operator.call('endZone', { params: { id: zone.id } })
  const kept = (await operator.call('listShifts')).shifts.find((one) => one.id === shift?.id)
  expect(kept?.handedOver?.sheet).toEqual(handedOver?.sheet)
  expect((await operator.call('handoverSheet')).incidents).toContainEqual(
    expect.objectContaining({ number, severity: 'kritis', hazard: 'lainnya' }),
  )
})

it('reads a sheet of an older release, which kept less, from the files of today', async () => {
  const { incident } = await given(world).dispatching()
  const old = { seq: 1, hash: null, out: [], alarms: [], stalled: [] }
  const line = { id: incident.id, status: 'dispatching', wanted: 2, filled: 0 }
  const sheet = HandoverSheet.parse({ ...old, incidents: [line] })
  const view = await sheetView(world.context, AGENCY, sheet, incident.reportedAt)
  expect(view).toMatchObject({ callbacks: null, zones: null, sos: null })
  expect(view.incidents).toMatchObject([{ number: incident.number, severity: 'tinggi', hazard: 'banjir' }])
})

it('keeps names and words out of the ledger', async () => {
  await world.settled()
  const facts = await world.context.store.cursors.after('5371', 0, 1000)
  const told = JSON.stringify(facts.filter(({ kind }) => kind === 'shift'))
  expect(told).toContain('shift.handed_over')
  expect(told).not.toMatch(/Contoh|Hujan|Pantau TDM|setinggi lutut/)
})

it('the cut-off lies ahead', async () => {
  const operator = await world.as('operator')
  const { status } = await operator.try('startShift', {
    body: { crew, cutoffAt: '2026-01-01T00:00:00+08:00' },
  })
  expect(status).toBe(400)
})
