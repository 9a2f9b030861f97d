import { openCrowd, type Crowd } from './crowd.ts'
import type { Order, Said } from './place.ts'

/** The crowd as a process of its own: takes orders from the harness, and tells how it fares ten times a second. */
const TELL_EVERY_MS = 100

let crowd: Crowd | null = null
const say = (said: Said): void => void process.send?.(said)
const present = (): Crowd => {
  if (crowd === null) throw new Error('the crowd is not open yet')
  return crowd
}

const obey = async (order: Order): Promise<void> => {
  switch (order.do) {
    case 'open':
      crowd = await openCrowd(order)
      setInterval(() => say({ said: 'tally', tally: present().tally() }), TELL_EVERY_MS).unref()
      return say({ said: 'open' })
    case 'play':
      return present().play(order.seed)
    case 'rest':
      await present().rest()
      return say({ said: 'resting' })
    case 'rush':
      return present().rush(order.on)
    case 'manner':
      return present().behave(order.manner, order.partner)
    case 'probe':
      return say({ said: 'probed', ms: await present().probe() })
    case 'screens':
      return say({ said: 'screens', screens: present().screens() })
    case 'close':
      await present().close()
      say({ said: 'closed' })
      return process.exit(0)
    default:
      order satisfies never
  }
}

process.on('message', (order: Order) => {
  obey(order).catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
})
process.on('disconnect', () => process.exit(0))
