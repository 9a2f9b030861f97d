import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'
import { missingAgreements, newlyAgreed } from '#contracts/domain/volunteer/agreements.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Context } from '../../context.ts'
import { answerCheckin } from '../../usecases/answer/answer-checkin.ts'
import { presentTask } from '../../usecases/answer/present-task.ts'
import { callForHelp } from '../../usecases/answer/raise-sos.ts'
import { writeToPost } from '../../usecases/answer/write-to-post.ts'
import { agreedOf } from '../../usecases/volunteer/agreements.ts'
import { changeVolunteer } from '../../usecases/volunteer/change-volunteer.ts'
import { setDuty } from '../../usecases/volunteer/set-duty.ts'
import { withdrawVolunteer } from '../../usecases/volunteer/withdraw-volunteer.ts'
import { markOf, nonce, pointOf, saying, spot, words } from '../fields.ts'
import type { Result } from './results.ts'

/** What a form of the personal page can do; everything goes through the use cases that others use too. */
export interface Deed<F extends z.ZodObject> {
  fields: F
  /** With the nonce the name of the operation; the path of its form when that is all. */
  key?: (fields: z.output<F>) => string
  run: (context: Context, me: Volunteer, op: Op, fields: z.output<F>) => Promise<Result>
}
const deed = <F extends z.ZodObject>(it: Deed<F>): Deed<F> => it

/** By the path of its form. */
export const deeds = {
  mulai: deed({
    fields: z.object({
      nonce,
      area: z.string().max(20),
      until: z.union([z.literal('').transform(() => null), Instant]).default(null),
    }),
    run: async (context, { id }, op, { area, until }) => {
      await setDuty(context, op, id, { duty: 'on', declaredArea: area === '' ? null : area, until })
      return 'on'
    },
  }),
  akhiri: deed({
    fields: z.object({ nonce }),
    run: async (context, { id }, op) => {
      await setDuty(context, op, id, { duty: 'off' })
      return 'off'
    },
  }),
  setuju: deed({
    fields: z.object({ nonce }),
    run: async (context, { id }, op) => {
      await changeVolunteer(context, op, id, (state) =>
        newlyAgreed(state, agreedOf(missingAgreements(state).map((to) => ({ to })))),
      )
      return 'agreed'
    },
  }),
  sos: deed({
    fields: z.object({ nonce, text: words, ...spot }),
    run: async ({ store }, me, op, { text, ...place }) => {
      await callForHelp(store, me, op, { point: pointOf(place), text })
      return 'sos'
    },
  }),
  /** "Saya aman": for the check-in that waits, else for what he is out for; said to be known only when it is. */
  aman: deed({
    fields: z.object({ nonce, ...spot }),
    run: async ({ store, partnerQueries }, me, op, place) => {
      const asked = (await partnerQueries.checkinOf(me)) ?? (await presentTask(store, me))
      const answer = { point: pointOf(place), text: null }
      if (asked === null) return 'not_asked'
      const { outcome } = await answerCheckin(store, asked.incidentId, op, asked.who, answer)
      return outcome === 'recorded' ? 'safe' : 'not_asked'
    },
  }),
  pesan: deed({
    fields: z.object({ nonce, text: saying }),
    key: ({ text }) => `pesan-${markOf(text)}`,
    run: async ({ store }, me, op, { text }) => {
      await writeToPost(store, op, me, text)
      return 'written'
    },
  }),
  tarik: deed({
    fields: z.object({ nonce, sure: z.literal('yes') }),
    run: async (context, { id }, op) => {
      await withdrawVolunteer(context, op, id)
      return 'left'
    },
  }),
} as const
export type DeedName = keyof typeof deeds
