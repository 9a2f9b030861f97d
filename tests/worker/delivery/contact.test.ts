import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerCheckin, requestCheckin, sendMessage } from '#contracts/domain/incident/commands/contact.ts'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { change, type GivenVolunteer, incidentOf } from '../given.ts'
import { AGENCY } from '../world.ts'
import { openPost, type Post } from './post.ts'

let post: Post
beforeEach(async () => {
  post = await openPost()
})
afterEach(async () => post.close())

/** Somebody who is out; his bearer, and what the command post may do. */
const out = async (over: Partial<GivenVolunteer> = {}) => {
  const { incidentId, accept } = await post.anOffer(over)
  await accept()
  const {
    id: assignmentId,
    volunteerId,
    partnerId,
  } = (await incidentOf(post.ctx, incidentId)).assignments[0]!
  return {
    incidentId,
    who: { assignmentId, volunteerId, partnerId },
    write: async (text: string) => {
      const kept = await post.ctx.store.texts.keep(AGENCY, incidentId, text)
      await change(post.ctx, incidentId, (state) => sendMessage(state, { assignmentIds: null, ...kept }))
      await post.relay()
    },
    askWhetherSafe: async () => {
      await change(post.ctx, incidentId, (state) =>
        requestCheckin(state, { assignmentIds: null, idOf: (id) => `chk_${id}` }),
      )
      await post.relay()
    },
  }
}
describe('a message of the command post', () => {
  it('reaches the platform of each volunteer who is out, in its words', async () => {
    const { who, write } = await out()
    await write('Jembatan putus, lewat timur')
    expect(await post.tryOut(await post.only('message.sent'))).toMatchObject({ state: 'delivered' })
    expect(post.endpoint.of('message.sent')[0]?.data).toEqual({
      assignmentId: who.assignmentId,
      volunteerRef: 'Grab-17',
      text: 'Jembatan putus, lewat timur',
      drill: false,
    })
  })

  it('is brought to nobody when the task is over meanwhile', async () => {
    const { incidentId, write } = await out()
    await write('Hati-hati')
    await change(post.ctx, incidentId, (state) => cancel(state, { reason: null }))
    const { state, attempts } = await post.tryOut(await post.only('message.sent'))
    expect([state, attempts.at(-1)?.error]).toEqual(['dropped', 'no_longer_true'])
    expect(post.endpoint.of('message.sent')).toEqual([])
  })

  it('waits on the task page of a volunteer with a link', async () => {
    const { write, askWhetherSafe } = await out({ channel: 'link' })
    await write('Hati-hati')
    await askWhetherSafe()
    expect([await post.all('message.sent'), await post.all('checkin.requested')]).toEqual([[], []])
  })
})

describe('a check-in', () => {
  it('says until when an answer is waited for', async () => {
    const { incidentId, who, askWhetherSafe } = await out()
    await askWhetherSafe()
    await post.tryOut(await post.only('checkin.requested'))
    const { checkin } = (await incidentOf(post.ctx, incidentId)).assignments[0]!
    expect(post.endpoint.of('checkin.requested')[0]?.data).toEqual({
      assignmentId: who.assignmentId,
      volunteerRef: 'Grab-17',
      checkinId: checkin?.id,
      answerBy: plusSeconds(checkin?.requestedAt ?? '', 300),
      drill: false,
    })
  })

  it('that was answered meanwhile is asked of nobody', async () => {
    const { incidentId, who, askWhetherSafe } = await out()
    await askWhetherSafe()
    await change(post.ctx, incidentId, (state) => answerCheckin(state, who, { point: null, text: null }))
    expect(await post.tryOut(await post.only('checkin.requested'))).toMatchObject({
      state: 'dropped',
      attempts: [{ error: 'no_longer_true' }],
    })
    expect(post.endpoint.of('checkin.requested')).toEqual([])
  })
})
