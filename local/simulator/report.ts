import { z } from 'zod'
import type { Book, Fate, Step } from './book.ts'
import { Unexpected } from './unexpected.ts'

const count = z.int().nonnegative()

/** `GET /report`: what our side of the story is, in numbers. */
export const Report = z.object({
  /** Offers received; the next five, and those still open, add up to them. */
  offers: count,
  accepted: count,
  declined: count,
  /** Every yes that was answered with "too late". */
  late: count,
  ignored: count,
  /** Taken back, or dead, before an answer. */
  gone: count,
  arrived: count,
  completed: count,
  calledHome: count,
  duplicatesSent: count,
  onDuty: count,
  /** Everybody's duty has been told since we started. */
  announced: z.boolean(),
  unexpected: z.array(Unexpected),
})
export type Report = z.infer<typeof Report>

export const reportOf = (book: Book, unexpected: readonly Unexpected[]): Report => {
  const offers = [...book.offers.values()]
  const tasks = [...book.tasks.values()]
  const ended = (fate: Fate) => offers.filter((offer) => offer.fate === fate).length
  const told = (step: Step) => tasks.filter((task) => task.told.has(step)).length
  return {
    offers: offers.length,
    accepted: ended('accepted'),
    declined: ended('declined'),
    late: ended('late'),
    ignored: ended('ignored'),
    gone: ended('gone'),
    arrived: told('on_scene'),
    completed: told('completed'),
    calledHome: tasks.filter(({ calledHome }) => calledHome).length,
    duplicatesSent: book.duplicatesSent,
    onDuty: [...book.drivers.values()].filter(({ onDuty }) => onDuty).length,
    announced: book.announced,
    unexpected: [...unexpected],
  }
}
