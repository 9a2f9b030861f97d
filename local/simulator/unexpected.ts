import { z } from 'zod'
import type { Diary } from './diary.ts'
import type { Time } from './time.ts'

/** Everything that a partner who has read the public contract would call us about. */
export const unexpectedKinds = [
  // of the message itself
  'bad_signature',
  'id_reused',
  'unknown_type',
  'schema',
  'unknown_field',
  // of its sense
  'unknown_volunteer',
  'unknown_task',
  'offer_twice',
  'offer_off_duty',
  'offer_while_offered',
  'offer_while_on_task',
  'offer_dead_on_arrival',
  'personal_data',
  'exact_place_before_acceptance',
  'confirmed_after_no',
  'second_task',
  // of what we are answered
  'refused',
  'answer_schema',
  'repeat_answered_differently',
  'accepted_twice',
  'confirmation_missing',
  'step_refused',
  'never_taken',
] as const
export type UnexpectedKind = (typeof unexpectedKinds)[number]

export const Unexpected = z.object({
  at: z.string(),
  kind: z.enum(unexpectedKinds),
  /** The id that it is about. */
  subject: z.string(),
  detail: z.string(),
})
export type Unexpected = z.infer<typeof Unexpected>

/** The list of surprises. */
export interface Surprises {
  /** One of a kind and subject is enough. */
  add(kind: UnexpectedKind, subject: string, detail?: string): void
  /** Deliveries come in any order: a later one has explained what seemed wrong. */
  settle(kind: UnexpectedKind, subject: string): void
  list(): readonly Unexpected[]
}

export const createSurprises = (time: Time, diary: Diary): Surprises => {
  let list: Unexpected[] = []
  return {
    add: (kind, subject, detail = '') => {
      if (list.some((one) => one.kind === kind && one.subject === subject)) return
      list.push({ at: time.now().toISOString(), kind, subject, detail })
      diary.write('unexpected', { kind, subject, detail })
    },
    settle: (kind, subject) => {
      const left = list.filter((one) => one.kind !== kind || one.subject !== subject)
      if (left.length === list.length) return
      list = left
      diary.write('explained', { kind, subject })
    },
    list: () => list,
  }
}
