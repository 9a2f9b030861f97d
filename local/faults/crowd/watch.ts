import { derivedId } from '#contracts/runtime/ids.ts'
import { partnerIdOf } from '../../../api/usecases/setup/create-partner.ts'
import { createOrder } from './order.ts'
import type { OthersOptions } from './others.ts'
import { AGENCY, type Driver } from './place.ts'
import { eventOf, partnerOf } from './platform.ts'

/** Duty that ends by itself ends while a cycle is played. */
const DUTY_MS = [1500, 5000] as const
/** Until he comes back: so long nobody but the platform's own clock may have ended it. */
const AWAY_MS = 6000

export interface WatchOptions extends OthersOptions {
  token: () => { value: string; userId: string }
}

/** What the control room does about volunteers whom it asks for nothing: duty until a moment, and calls for help. */
export const createWatch = ({ place, speech, chance, nextId, pace, token }: WatchOptions) => {
  const order = createOrder({ nextId, token })
  const about = ({ partner, ref }: Driver, what: string, body: object) => {
    const id = derivedId('vol', partnerIdOf(AGENCY, partner), ref)
    return order('order', `/volunteers/${id}/${what}`, body, { volunteerId: id, what })
  }

  return {
    /** "Until four": nobody has to think of it at four. */
    dutyUntil: async (): Promise<void> => {
      const luck = chance()
      const driver = luck.pick(place.drivers)
      const until = new Date(Date.now() + luck.between(...DUTY_MS)).toISOString()
      await speech.say(about(driver, 'duty', { duty: 'on', until }), luck.int(2))
      await pace.pause(DUTY_MS[1] + AWAY_MS)
      const from = partnerOf(place, driver.partner)
      const back = { type: 'volunteer.duty_changed', data: { volunteerRef: driver.ref, duty: 'on' } }
      const said = { volunteerRef: driver.ref, duty: 'on', partner: from.ref }
      await speech.say(eventOf(from, 'duty', nextId('duty'), back, said), luck.int(2))
    },

    /** Somebody calls for help, on a task or on none, sometimes twice at once; the desk has seen it. */
    callForHelp: async (): Promise<void> => {
      const luck = chance()
      const driver = luck.pick(place.drivers)
      const from = partnerOf(place, driver.partner)
      const where = { lat: -10.17, lng: 123.61, at: new Date().toISOString() }
      const call = { type: 'volunteer.sos', data: { volunteerRef: driver.ref, ...where } }
      const message = eventOf(from, 'sos', nextId('sos'), call, { volunteerRef: driver.ref })
      await speech.say(message, luck.int(2), luck.oneIn(20) ? 20 : 1)
      await pace.pause(luck.between(100, 1000))
      // On a task it is the incident that calls, and nothing is to be acknowledged here.
      await speech.say(about(driver, 'sos/acknowledge', {}), luck.int(2))
    },
  }
}
