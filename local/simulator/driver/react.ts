import { nothing, type HeldOffer } from '../book.ts'
import { drawReaction, type Offered, type Reaction } from '../reaction.ts'
import { lived, type Simulation } from '../simulation.ts'
import type { Cancel } from '../time.ts'
import { sayNo, sayYes } from './answer.ts'
import type { Driver } from './driver.ts'

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
  const forced = forcedBy(driver)
  const scripted = settings.script[book.scripted]
  const drawn = drawReaction(driver.answers, driver.readiness, settings.shares, forced?.kind ?? scripted)
  if (forced !== null) return { ...drawn, ...forced }
  if (scripted === undefined) return drawn
  book.scripted += 1
  return { ...drawn, afterS: SCRIPT_STEP_S * book.scripted }
}

/** Sometimes he has no choice, whatever a script says: he does not see it, is at work, has a passenger, or has gone home. */
const forcedBy = ({ phone, task, trip, onDuty }: Driver): Partial<Reaction> | null => {
  if (phone.lost) return { kind: 'silent' }
  if (task !== null) return { kind: 'decline' }
  if (trip !== null) return { kind: 'decline', reason: 'on_trip' }
  return onDuty ? null : { kind: 'decline', reason: 'personal' }
}

const schedule = (sim: Simulation, driver: Driver, held: HeldOffer, { afterS }: Reaction): void => {
  const in_ = lived(sim, afterS)
  switch (held.kind) {
    case 'silent':
      return
    case 'accept':
      held.cancel = answerIn(sim, driver, held, in_, sayYes)
      return
    case 'decline':
      held.cancel = answerIn(sim, driver, held, in_, sayNo)
      return
    case 'late': {
      const left = (Date.parse(held.data.expiresAt) - sim.time.now().getTime()) / 1000
      held.cancel = answerIn(sim, driver, held, Math.max(0, left) + in_, sayYes)
      return
    }
    default:
      held.kind satisfies never
  }
}

/** Whose phone is lost by then says nothing, and does not come back to it. */
const answerIn = (
  sim: Simulation,
  driver: Driver,
  held: HeldOffer,
  seconds: number,
  say: typeof sayYes,
): Cancel =>
  sim.time.after(seconds, () => {
    if (driver.phone.lost) held.fate = 'ignored'
    else void say(sim, driver, held)
  })

/** The offer was taken back: whoever had not answered need not, except for those who always come too late. */
export const onTakenBack = (sim: Simulation, driver: Driver, held: HeldOffer): void => {
  held.ended = true
  if (held.answered || held.fate === 'ignored') return
  held.cancel()
  if (held.kind === 'late') held.cancel = answerIn(sim, driver, held, lived(sim, 5), sayYes)
  else held.fate = 'gone'
}
