import { z } from 'zod'
import type { Bearer } from '#contracts/domain/incident/commands/assignment.ts'
import { addEvidence } from '#contracts/domain/incident/commands/contact.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { DeclineReason } from '#contracts/domain/words.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Context } from '../context.ts'
import { acceptOffer } from '../usecases/answer/accept-offer.ts'
import { acknowledge } from '../usecases/answer/acknowledge.ts'
import { addNote, addPhoto } from '../usecases/answer/add-evidence.ts'
import { answerCheckin } from '../usecases/answer/answer-checkin.ts'
import { declineOffer } from '../usecases/answer/decline-offer.ts'
import { progressAssignment } from '../usecases/answer/progress-assignment.ts'
import { raiseFreeSos, raiseTaskSos } from '../usecases/answer/raise-sos.ts'
import { messageFrom } from '../usecases/answer/write-to-post.ts'
import { keepPhoto, uploadIdOf } from '../usecases/partner/keep-photo.ts'
import { markOf, nonce, pointOf, saying, spot, words } from './fields.ts'
import type { Task } from './read-task.ts'
import type { Result } from './results.ts'

/** What a form of the page can do, and what it must bring. */
export interface Deed<F extends z.ZodObject> {
  fields: F
  /** With the nonce the name of the operation: another choice on the same page is another operation. */
  key: (fields: z.output<F>) => string
  run: (context: Context, task: Task, op: Op, fields: z.output<F>) => Promise<Result>
}

const deed = <F extends z.ZodObject>(it: Deed<F>): Deed<F> => it

/** @throws Refusal `terminal` when the offer has not become a task */
const bearerOf = ({ stage, asked }: Task): Bearer => {
  if (stage.at !== 'task') throw new Refusal('terminal', { what: 'assignment' })
  const { volunteerId, partnerId } = asked
  return { assignmentId: stage.assignment.id, volunteerId, partnerId }
}

export const deeds = {
  accept: deed({
    fields: z.object({ nonce }),
    key: () => 'accept',
    run: async ({ store }, { asked, offerId }, op) => {
      const { volunteerId, partnerId } = asked
      const accepted = await acceptOffer(store, op, { offerId, volunteerId, partnerId, etaS: null })
      if (accepted.outcome !== 'confirmed') return { result: accepted.outcome }
      return { result: 'confirmed', offerId: accepted.offerId }
    },
  }),
  decline: deed({
    fields: z.object({ nonce, reason: DeclineReason.default('other') }),
    key: () => 'decline',
    run: async ({ store }, { asked, offerId }, op, { reason }) => {
      const { volunteerId, partnerId } = asked
      const { outcome } = await declineOffer(store, op, { offerId, volunteerId, partnerId }, reason)
      return { result: outcome }
    },
  }),
  progress: deed({
    fields: z.object({
      nonce,
      state: z.enum(['en_route', 'on_scene', 'working', 'completed', 'released', 'failed']),
      note: words,
      ...spot,
    }),
    key: ({ state }) => `progress-${state}`,
    run: async ({ store, clock }, task, op, { state, note, ...place }) => {
      const at = clock.now().toISOString()
      const step = { state, at, point: pointOf(place), note }
      const { outcome } = await progressAssignment(store, task.incident.id, op, bearerOf(task), step)
      return { result: outcome }
    },
  }),
  sos: deed({
    fields: z.object({ nonce, text: words, ...spot }),
    key: () => 'sos',
    run: async ({ store }, task, op, { text, ...place }) => {
      const sos = { point: pointOf(place), text }
      if (task.stage.at === 'task') await raiseTaskSos(store, task.incident.id, op, bearerOf(task), sos)
      else await raiseFreeSos(store, task.asked.volunteerId, op, sos)
      return { result: 'sos' }
    },
  }),
  /** "Saya aman". What nobody asked, or was answered before, is not said to be known. */
  checkin: deed({
    fields: z.object({ nonce, ...spot }),
    key: () => 'checkin',
    run: async ({ store }, task, op, place) => {
      const answer = { point: pointOf(place), text: null }
      const { outcome } = await answerCheckin(store, task.incident.id, op, bearerOf(task), answer)
      return { result: outcome === 'recorded' ? 'safe' : 'not_asked' }
    },
  }),
  /** "Kirim catatan". */
  note: deed({
    fields: z.object({ nonce, text: saying }),
    key: ({ text }) => `note-${markOf(text)}`,
    run: async ({ store }, task, op, { text }) => {
      await addNote(store, task.incident.id, op, bearerOf(task), text)
      return { result: 'noted' }
    },
  }),
  /** "Kirim pesan ke posko". */
  message: deed({
    fields: z.object({ nonce, text: saying }),
    key: ({ text }) => `message-${markOf(text)}`,
    run: async ({ store }, task, op, { text }) => {
      await messageFrom(store, task.incident.id, op, bearerOf(task), text)
      return { result: 'written' }
    },
  }),
  /** "Kirim foto". */
  photo: deed({
    fields: z.object({ nonce, photo: z.instanceof(Buffer) }),
    key: ({ photo }) => `photo-${markOf(photo)}`,
    run: async (context, task, op, { nonce: name, photo }) => {
      const who = bearerOf(task)
      const partner = { id: who.partnerId, agencyId: op.agencyId }
      const sender = { partner, webhookId: `${task.offerId}:${name}:${markOf(photo)}` }
      // Before the costly part: a task that takes no more must not keep the bytes of another.
      addEvidence(task.incident, who, { kind: 'photo', photoId: uploadIdOf(sender), digest: '' })
      const { uploadId } = await keepPhoto(context, sender, photo)
      await addPhoto(context, task.incident.id, op, who, uploadId)
      return { result: 'photo' }
    },
  }),
  read: deed({
    fields: z.object({ nonce }),
    key: () => 'read',
    run: async ({ store }, task, op) => {
      const receipt = { what: 'stood_down', how: 'read' } as const
      await acknowledge(store, task.incident.id, op, bearerOf(task), receipt)
      return { result: 'read' }
    },
  }),
} as const
