import { EvidenceTaken } from '#contracts/wire/partner/events.ts'
import { OpenOffers } from '#contracts/wire/partner/reads.ts'
import { worst, type Finding } from '../check.ts'
import { alike, awaited, no, said, type Ground, type InboundCheck } from './bench.ts'
import { answerBytes, eventBytes } from './bytes.ts'
import { photo } from './photo.ts'
import { anId } from './platform.ts'

const late = 'Events overtake each other: what is further on must not be turned back by what comes late.'

/** Waits until this driver or, with none named, anybody is asked; learns the offer. */
export const asked = async (ground: Ground, but: string | null): Promise<void> => {
  const offer = await awaited('an offer', async () => {
    const { text } = await ground.ours.look('/offers?state=open')
    return OpenOffers.parse(JSON.parse(text)).offers.find(({ volunteerRef }) => volunteerRef !== but)
  })
  ground.names = { ...ground.names, offerId: offer.offerId, driver: offer.volunteerRef }
}

const step = (ground: Ground, state: string): string =>
  eventBytes(ground.names)['assignment.progressed'].replace('"working"', `"${state}"`)

/** An event that is answered as it stands in the table, and the same to a repeat. */
const plain = (
  type:
    | 'assignment.acknowledged'
    | 'checkin.answered'
    | 'incident.observed'
    | 'message.received'
    | 'volunteer.sos',
  before: (ground: Ground) => Promise<void> = async () => {},
): InboundCheck => ({
  name: `${type} is answered to the byte, and the same to a repeat`,
  why: 'What was said from the field must arrive once.',
  run: async (ground) => {
    await before(ground)
    const id = anId()
    const { ours, names } = ground
    const replies = [
      await ours.say(eventBytes(names)[type], { id }),
      await ours.say(eventBytes(names)[type], { id }),
    ]
    return worst([replies[0] ? said(replies[0], answerBytes(names)[type]) : 'no answer', alike(replies)])
  },
})

/** A drill that asks both drivers. */
export const drill = async (ground: Ground): Promise<void> => {
  const { incident } = await ground.operator.call('reportIncident', {
    body: {
      hazard: 'banjir',
      severity: 'sedang',
      place: { lat: -10.1689, lng: 123.6235 },
      description: 'Latihan kesesuaian kontrak.',
      channel: 'operator',
      drill: true,
      verified: true,
    },
  })
  ground.incidentId = incident.id
  const params = { id: incident.id }
  const need = { task: 'antar_bantuan', vehicle: 'any', skill: null, quantity: 1 } as const
  await ground.operator.call('setNeeds', { params, body: { needs: [need], standDown: [] } })
  await ground.operator.call('dispatchIncident', { params, body: {} })
}

/** From the offer to the end of the task. */
export const workChecks: readonly InboundCheck[] = [
  {
    name: 'offer.declined is a no for ever, also for a yes that comes after it',
    why: late,
    run: async (ground) => {
      const { ours, foreign, otherDriver } = ground
      await ours.say(eventBytes({ ...ground.names, driver: otherDriver })['volunteer.duty_changed'])
      await drill(ground)
      await asked(ground, null)
      const { names } = ground
      const stranger = await foreign.say(eventBytes(names)['offer.declined'])
      const other = await ours.say(eventBytes({ ...names, driver: names.newcomer })['offer.declined'])
      const id = anId()
      const first = await ours.say(eventBytes(names)['offer.declined'], { id })
      const again = await ours.say(eventBytes(names)['offer.declined'], { id })
      const yes = await ours.say(eventBytes(names)['offer.accepted'])
      const isNo = /"outcome":"(already_filled|standby|expired|withdrawn|declined)"/.test(yes.text)
      return worst([
        no(stranger, 404, 'not_found'),
        no(other, 404, 'not_found'),
        said(first, answerBytes(names)['offer.declined']),
        alike([first, again]),
        yes.status >= 500 || (yes.status === 200 && !isNo) ? `a yes after a no: ${yes.text}` : null,
      ])
    },
  },
  {
    name: 'offer.accepted confirms once, whoever asks again and under whatever id',
    why: 'One task, one driver: send him only on `confirmed`.',
    run: async (ground) => {
      await asked(ground, ground.names.driver)
      const { ours, names } = ground
      const body = eventBytes(names)['offer.accepted']
      const id = anId()
      const replies = await Promise.all([1, 2, 3].map(() => ours.say(body, { id })))
      replies.push(await ours.say(body))
      const [first] = replies
      const assignmentId = /"assignmentId":"([^"]+)"/.exec(first?.text ?? '')?.[1]
      if (assignmentId === undefined) return `no assignment: ${first?.text}`
      ground.names = { ...names, assignmentId }
      return worst([first ? said(first, answerBytes(names)['offer.accepted']) : null, alike(replies)])
    },
  },
  plain('assignment.acknowledged'),
  {
    name: 'assignment.progressed goes forward with skips, and a late step is already past',
    why: late,
    run: async (ground) => {
      const { ours, foreign, names } = ground
      return worst([
        no(await foreign.say(step(ground, 'working')), 404, 'not_found'),
        said(await ours.say(step(ground, 'working')), answerBytes(names)['assignment.progressed']),
        said(await ours.say(step(ground, 'en_route')), '{"outcome":"already_past"}'),
        said(await ours.say(step(ground, 'on_scene')), '{"outcome":"already_past"}'),
      ])
    },
  },
  plain('message.received'),
  plain('volunteer.sos'),
  plain('checkin.answered', async ({ operator, incidentId }) => {
    await operator.call('requestCheckin', { params: { id: incidentId }, body: {} })
  }),
  plain('incident.observed'),
  {
    name: 'evidence: a photo is taken once, belongs to whoever sent it, and stands in the file',
    why: 'What was seen on the spot decides what is sent next.',
    run: async (ground) => {
      const { ours, foreign } = ground
      const id = anId()
      const upload = { path: '/evidence', type: 'image/jpeg', id }
      const replies = [await ours.say(photo(), upload), await ours.say(photo(), upload)]
      const [first] = replies
      if (first?.status !== 201) return `wanted 201, got ${first?.status} ${first?.text}`
      ground.names = { ...ground.names, ...EvidenceTaken.parse(JSON.parse(first.text)) }
      const body = eventBytes(ground.names)['evidence.added']
      const notePart = `"kind":"note","text":"Air surut"`
      const note = body.replace(/"kind".*"uploadId":"[^"]*"/, notePart)
      return worst([
        alike(replies),
        no(await foreign.say(body), 404, 'not_found'),
        said(await ours.say(body), answerBytes(ground.names)['evidence.added']),
        said(await ours.say(note), answerBytes(ground.names)['evidence.added']),
        no(await ours.say('GIF89a', { path: '/evidence', type: 'image/gif' }), 415, 'unsupported_type'),
      ])
    },
  },
  {
    name: 'assignment.progressed: completed, and nothing comes after the end',
    why: late,
    run: async (ground) => {
      const { ours } = ground
      const done = await ours.say(step(ground, 'completed'))
      const after: Finding[] = []
      for (const state of ['released', 'failed'])
        after.push(no(await ours.say(step(ground, state)), 409, 'terminal'))
      return worst([
        said(done, '{"outcome":"applied"}'),
        ...after,
        no(await ours.say(eventBytes(ground.names)['message.received']), 409, 'terminal'),
      ])
    },
  },
  {
    name: 'what the platform said meanwhile was signed as the public library wants it',
    why: 'An endpoint that believes nothing else must hear of its tasks.',
    run: async ({ heard }) => {
      await awaited('a ping, two offers and a confirmation', async () => (heard.length >= 4 ? true : null))
      return heard.every((status) => status === 204) ? null : `our endpoint answered ${heard.join(', ')}`
    },
  },
  {
    name: 'after an outage one finds out how things stand, and nobody else does',
    why: 'You come back and do not know what you missed.',
    run: async (ground) => {
      const { ours, foreign, names } = ground
      const id = anId()
      const first = await ours.say(eventBytes(names)['volunteer.duty_changed'], { id })
      const event = await ours.look(`/events/${id}`)
      const assignment = await ours.look(`/assignments/${names.assignmentId}`)
      return worst([
        event.status === 200 && event.text.includes(first.text) ? null : `the event: ${event.text}`,
        assignment.text.includes('"state":"completed"') ? null : `the assignment: ${assignment.text}`,
        no(await foreign.look(`/events/${id}`), 404, 'not_found'),
        no(await foreign.look(`/assignments/${names.assignmentId}`), 404, 'not_found'),
      ])
    },
  },
]
