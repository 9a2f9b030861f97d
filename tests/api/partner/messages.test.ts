import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeMessage } from '#contracts/domain/incident/commands/messages.ts'
import { MAX_MESSAGES } from '#contracts/domain/incident/words.ts'
import { aCity, anIncident, aPartner, ask, aVolunteer, fileOf, op, type PartnerSide } from './city.ts'
import { platformOf } from './platform-of.ts'
import { serve, type Served } from './served.ts'

let api: Served
let partner: PartnerSide
let ours: ReturnType<typeof platformOf>
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  partner = await aPartner(api.context, 'sim')
  ours = platformOf(api.url, partner)
})
afterAll(() => api.close())

const at = '2026-01-17T14:05:00+08:00'

/** Somebody who is out and has written all that his task takes, but `left`. */
const talkative = async (left: number) => {
  const volunteer = await aVolunteer(api.context, partner)
  const { id: volunteerId, ref: volunteerRef } = volunteer
  const incident = await anIncident(api.context)
  const { id } = incident
  const offerId = (await ask(api.context, incident, [volunteer])).get(volunteerId) ?? ''
  const yes = await ours.send('offer.accepted', { offerId, volunteerRef })
  const assignmentId = String(yes.body['assignmentId'])
  const who = { assignmentId, volunteerId, partnerId: partner.id }
  await api.context.store.incidents.change(id, op(), (state) =>
    Array.from({ length: MAX_MESSAGES - left }, (_, i) => `txt_${String(i)}`).flatMap((textId) =>
      writeMessage(state, who, { textId, digest: 'd' }),
    ),
  )
  const texts = async () => Object.values(await api.context.incidentQueries.texts(id))
  return { id, volunteerRef, assignmentId, file: () => fileOf(api.context, id), texts }
}

it('takes no message beyond the limit of a task, however often it is sent', async () => {
  const { volunteerRef, file, texts } = await talkative(1)
  const before = await texts()
  const said = { volunteerRef, at, text: 'Air naik' }
  expect((await ours.send('message.received', said)).status).toBe(200)
  const over = [await ours.send('message.received', said), await ours.send('message.received', said)]
  expect(over.map(({ status, body }) => [status, body['code']])).toEqual(
    over.map(() => [409, 'too_many_messages']),
  )
  expect((await file()).notes).toHaveLength(MAX_MESSAGES)
  // What was refused lies nowhere either.
  expect((await texts()).length).toBe(before.length + 1)
})

it('hears a call for help, a step and a sign of life all the same, without the words', async () => {
  const { volunteerRef, assignmentId, file, texts } = await talkative(0)
  const help = await ours.send('volunteer.sos', { volunteerRef, at, text: 'Terjebak' })
  const before = await texts()
  const step = { assignmentId, volunteerRef, at, state: 'on_scene', note: 'Tiba' }
  const steps = [
    await ours.send('assignment.progressed', step),
    await ours.send('assignment.progressed', step),
  ]
  const safe = await ours.send('checkin.answered', { volunteerRef, at, text: 'Aman' })
  expect([help, ...steps, safe].map(({ body }) => body['outcome'])).toEqual([
    'recorded',
    'applied',
    'already_past',
    'unchanged',
  ])
  const { alarms, notes } = await file()
  expect(alarms).toMatchObject([{ what: 'sos' }])
  expect(notes).toHaveLength(MAX_MESSAGES)
  expect(await texts()).toEqual(before)
})
