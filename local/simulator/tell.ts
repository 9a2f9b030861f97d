import { isDeepStrictEqual } from 'node:util'
import type { PartnerEventData, PartnerEventType } from '#contracts/wire/partner/events.ts'
import type { Answer } from './answer-of-platform.ts'
import type { Driver } from './driver/driver.ts'
import type { Message } from './platform.ts'
import { chance } from './random.ts'
import type { Simulation } from './simulation.ts'

/** Statuses besides 200 that this teller can live with. */
type Allowed = readonly number[]

/**
 * Tells Top Ranger, and now and then tells it twice under one webhook-id without waiting: both must be answered the
 * same. A refusal that is not in `allowed` is a surprise. Null when it could not be told.
 */
export async function tell<T extends PartnerEventType>(
  sim: Simulation,
  driver: Driver,
  type: T,
  data: PartnerEventData<T>,
  allowed: Allowed = [],
): Promise<Answer | null> {
  const message = sim.platform.compose(type, data)
  const twice = chance(driver.talk, sim.settings.repeatPct)
  const [answer, again] = await Promise.all([
    sim.platform.send(message),
    twice ? repeat(sim, message) : Promise.resolve(null),
  ])
  if (answer === null) return null
  if (again !== null && !sameAnswer(answer, again))
    sim.surprises.add(
      'repeat_answered_differently',
      message.webhookId,
      `${said(answer)}, then ${said(again)}`,
    )
  if (answer.status !== 200 && !allowed.includes(answer.status))
    sim.surprises.add('refused', message.webhookId, `${type}: ${said(answer)}`)
  return answer
}

const repeat = (sim: Simulation, message: Message): Promise<Answer | null> => {
  sim.book.duplicatesSent += 1
  return sim.platform.send(message)
}

/** For a caller that must go on at once. Whatever goes wrong on the way is already in the list of surprises. */
export function tellAside<T extends PartnerEventType>(...told: Parameters<typeof tell<T>>): void {
  void tell(...told)
}

export const said = ({ status, outcome, code }: Answer): string =>
  `${status} ${outcome?.outcome ?? code ?? 'unreadable'}`

const sameAnswer = (a: Answer, b: Answer): boolean =>
  a.status === b.status && a.code === b.code && isDeepStrictEqual(a.outcome, b.outcome)
