import { nothing, type Driver, type HeldOffer } from '../book.ts'
import { drawReaction, type Offered, type Reaction } from '../reaction.ts'
import { lived, type Simulation } from '../simulation.ts'
import { sayNo, sayYes } from './answer.ts'

/** Seconds of life from one scripted answer to the next: they come in the order of the script. */
const SCRIPT_STEP_S = 20

/** A driver looks at an offer and makes up his mind. */
export const react = (sim: Simulation, driver: Driver, data: Offered): void => {
  const reaction = drawFor(sim, driver)
  const held: HeldOffer = {
    data,
    kind: reaction.kind,
    reason: reaction.reason,
    fate: reaction.kind === 'silent' ? 'ignored' : 'open',
    answered: false,
    ended: false,
    cancel: nothing,
  }
  sim.book.offers.set(data.offerId, held)
  driver.offerId = data.offerId
  sim.diary.write('offer.received', { offerId: data.offerId, volunteerRef: driver.ref, mind: reaction.kind })
  schedule(sim, driver, held, reaction)
}

const drawFor = ({ book, settings }: Simulation, driver: Driver): Reaction => {
  // Somebody at work has no choice, whatever the script says.
  const scripted = driver.task === null ? settings.script[book.scripted] : 'decline'
  const reaction = drawReaction(driver.answers, driver.temper, settings.shares, scripted)
  if (driver.task !== null || scripted === undefined) return reaction
  book.scripted += 1
  return { ...reaction, afterS: SCRIPT_STEP_S * book.scripted }
}

const schedule = (sim: Simulation, driver: Driver, held: HeldOffer, { afterS }: Reaction): void => {
  const in_ = lived(sim, afterS)
  switch (held.kind) {
    case 'silent':
      return
    case 'accept':
      held.cancel = sim.time.after(in_, () => void sayYes(sim, driver, held))
      return
    case 'decline':
      held.cancel = sim.time.after(in_, () => void sayNo(sim, driver, held))
      return
    case 'late': {
      const left = (Date.parse(held.data.expiresAt) - sim.time.now().getTime()) / 1000
      held.cancel = sim.time.after(Math.max(0, left) + in_, () => void sayYes(sim, driver, held))
      return
    }
    default:
      held.kind satisfies never
  }
}

/** The offer was taken back: whoever had not answered need not, except for those who always come too late. */
export const onTakenBack = (sim: Simulation, driver: Driver, held: HeldOffer): void => {
  held.ended = true
  if (held.answered || held.fate === 'ignored') return
  held.cancel()
  if (held.kind === 'late') held.cancel = sim.time.after(lived(sim, 5), () => void sayYes(sim, driver, held))
  else held.fate = 'gone'
}
