import type { Incident } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import type { Client } from './client.ts'
import { SmokeFailure } from './failure.ts'
import { readReport } from './outside.ts'
import { type Tally, tallyOf } from './tally.ts'
import { until } from './until.ts'

const ARRIVED = ['on_scene', 'working', 'completed']

/** Everybody whom the partner has on duty is on duty here too. Returns how many people are, links included. */
export const peopleOnDuty = (client: Client, simulatorUrl: string): Promise<number> =>
  until('the volunteers of the partner go on duty', 60, async () => {
    const { announced, onDuty } = await readReport(simulatorUrl)
    const { volunteers } = await client.call('listVolunteers', { query: { duty: 'on', limit: 500 } })
    const known = volunteers.filter(({ channel }) => channel === 'webhook').length
    return announced && known === onDuty ? volunteers.length : null
  })

/** A fallen tree at Oebufu: reported, verified, two motorcycles wanted, dispatched. Returns the incident's id. */
export async function dispatchAtOebufu(client: Client): Promise<string> {
  const { kelurahan } = await client.call('reference', {})
  const oebufu = kelurahan.find(({ name }) => name === 'Oebufu')
  if (oebufu === undefined) throw new SmokeFailure('the city has no kelurahan Oebufu')
  const place = { lat: oebufu.lat, lng: oebufu.lng, kelurahan: oebufu.code }
  const { incident } = await client.call('reportIncident', {
    body: {
      hazard: 'pohon_tumbang',
      severity: 'kritis',
      place,
      description: 'Pohon tumbang menutup jalan, dua rumah tertimpa.',
      channel: 'telepon',
      reporter: { name: 'Pelapor Contoh', phone: '+6281200009999' },
    },
  })
  const params = { id: incident.id }
  await client.call('verifyIncident', { params, body: {} })
  const needs = [{ task: 'antar_bantuan' as const, vehicle: 'motorcycle' as const, quantity: 2 }]
  await client.call('setNeeds', { params, body: { needs } })
  await client.call('dispatchIncident', { params, body: {} })
  return incident.id
}

const two =
  (states: readonly string[]) =>
  ({ assignments }: Incident): boolean =>
    assignments.filter(({ state }) => states.includes(state)).length === 2

/** Follows the incident until two have accepted, arrived and completed. */
export async function followTwo(client: Client, id: string, note: (line: string) => void): Promise<void> {
  const see = (what: string, withinS: number, enough: (incident: Incident) => boolean) =>
    until(what, withinS, async () => {
      const { incident } = await client.call('getIncident', { params: { id } })
      return enough(incident) ? incident : null
    })

  await see('the first offer', 30, ({ asked }) => asked.length > 0)
  note('Tawaran pertama terkirim.')
  await see('two acceptances', 75, two(['accepted', 'en_route', ...ARRIVED]))
  note('Dua relawan menerima.')
  await see('two arrivals', 60, two(ARRIVED))
  note('Dua relawan tiba.')
  await see('two completions', 60, two(['completed']))
  note('Dua relawan selesai.')
  const saw = (what: string, how: (tally: Tally) => number) =>
    until(what, 10, async () => {
      const { facts } = await client.call('incidentFacts', { params: { id } })
      return how(tallyOf(facts)) > 0 ? true : null
    })
  await saw('somebody declines', ({ declined }) => declined)
  await saw('somebody answers late', ({ late }) => late)
}

/** Under control, then closed; resolves when the ledger has it. */
export async function finish(client: Client, id: string): Promise<IncidentDetail> {
  const params = { id }
  await client.call('controlIncident', { params, body: {} })
  const closed = await client.call('closeIncident', { params, body: {} })
  await until('the closing has its place in the ledger', 20, async () => {
    const { facts } = await client.call('incidentFacts', { params })
    return facts.some(({ type }) => type === 'incident.closed') ? true : null
  })
  return closed
}
