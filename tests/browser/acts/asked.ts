import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import { eventBytes } from '../../../local/conformance/inbound/bytes.ts'
import { partnerServer } from '../../../local/conformance/inbound/platform.ts'
import { SANDBOX_PARTNER } from '../../../local/seed/sandbox.ts'
import { localSecrets } from '../../../local/seed/sign-ins.ts'
import { anAskingIncident, signInAs, type TestCity } from '../../recovery/city.ts'
import { until } from '../../world/client.ts'
import type { Subject } from './subjects.ts'

const PHONE = '+6281299020001'
const REF = 'minta-tolong'

/** Somebody without a platform was asked by text message, while there was a worker: `name` is the code that he reads out. */
export const askedByText = async (city: TestCity): Promise<Subject> => {
  const coordinator = await signInAs(city, 'coordinator')
  const body = { displayName: 'Contoh Ditanya', phone: PHONE, plate: 'DH 9902 XX', vehicle: 'motorcycle' }
  const params = { id: (await coordinator.call('registerVolunteer', { body })).id }
  await coordinator.call('activateVolunteer', { params, body: { agreements: wholeAgreement } })
  await coordinator.call('setDuty', { params, body: { duty: 'on', declaredArea: 'Oebufu' } })
  const incidentId = await anAskingIncident(city.operator, 2)
  const name = await until('the code in a text message', async () => {
    const answer = await fetch(`${city.simulatorUrl}/sms.json`)
    const sent = (await answer.json()) as { to: string; text: string }[]
    return sent.map(({ to, text }) => to === PHONE && /kode (\d{5})/.exec(text)?.[1]).find(Boolean)
  })
  const { incident } = await city.operator.call('getIncident', { params: { id: incidentId } })
  return { path: `/kejadian/${incidentId}`, shows: incident.number, name }
}

/** Somebody of a partner called for help, on no task. */
export const calledForHelp = async (city: TestCity): Promise<Subject> => {
  const { sandboxIn: secret } = await localSecrets(city.dataDir)
  const server = partnerServer({ url: city.apiUrl, ref: SANDBOX_PARTNER, secret })
  const saidAt = new Date().toISOString()
  const names = { newcomer: REF, driver: REF, offerId: '', assignmentId: '', uploadId: '', saidAt }
  for (const type of ['volunteer.registered', 'volunteer.sos'] as const) {
    const { status, text } = await server.say(eventBytes(names)[type])
    if (status !== 200) throw new Error(`${type}: ${String(status)} ${text}`)
  }
  const coordinator = await signInAs(city, 'coordinator')
  const { volunteers } = await coordinator.call('listVolunteers', { query: { q: REF } })
  const { id = '', displayName = '' } = volunteers.find(({ ref }) => ref === REF) ?? {}
  return { path: `/relawan/${id}`, shows: displayName }
}
