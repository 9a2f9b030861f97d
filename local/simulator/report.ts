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
  /** Given back on the way; impossible on the scene. */
  released: count,
  failed: count,
  calledHome: count,
  calledForHelp: count,
  observed: count,
  duplicatesSent: count,
  onDuty: count,
  onTrip: count,
  /** Phones that are silent now. */
  lost: count,
  /** Everybody's duty has been told since we started. */
  announced: z.boolean(),
  unexpected: z.array(Unexpected),
})
export type Report = z.infer<typeof Report>

export const reportOf = (book: Book, unexpected: readonly Unexpected[]): Report => {
  const offers = [...book.offers.values()]
  const tasks = [...book.tasks.values()]
  const drivers = [...book.drivers.values()]
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
    released: told('released'),
    failed: told('failed'),
    calledHome: tasks.filter(({ calledHome }) => calledHome).length,
    calledForHelp: book.calledForHelp,
    observed: book.observed,
    duplicatesSent: book.duplicatesSent,
    onDuty: drivers.filter(({ onDuty }) => onDuty).length,
    onTrip: drivers.filter(({ trip }) => trip !== null).length,
    lost: drivers.filter(({ phone }) => phone.lost).length,
    announced: book.announced,
    unexpected: [...unexpected],
  }
}
