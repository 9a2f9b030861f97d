import type { Chance } from '../chance.ts'
import type { Pace } from './pace.ts'
import type { Place } from './place.ts'
import { eventOf, partnerOf, signed, type Signing } from './platform.ts'
import type { Message, Speech } from './say.ts'

export interface OthersOptions {
  place: Place
  speech: Speech
  chance: () => Chance
  nextId: (what: string) => string
  pace: Pace
}

type Partner = Place['partners'][number]

/** Outside the 300 s, on either side, also when it is under way for minutes. */
const STALE_S = 600
const forgeries: Record<string, Signing> = {
  'another secret': { secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
  'too old': { offS: -STALE_S },
  'too early': { offS: STALE_S },
}
/** As long as the retry queues of platforms are, and no longer than it takes two messages to overtake each other. */
const LATE_MS = { days: 3 * 24 * 3600 * 1000, moments: 1000 }
const AWAY_MS = [4500, 9000] as const
/** Drivers whose phones tell where they are. */
const TELLING = 60

/** What else goes on in a city: people change their duty, move, see things; and somebody tries to speak in their name. */
export const createOthers = ({ place, speech, chance, nextId, pace }: OthersOptions) => {
  const dutyOf = (partner: Partner, volunteerRef: string, duty: string): Message =>
    eventOf(
      partner,
      'duty',
      nextId('duty'),
      { type: 'volunteer.duty_changed', data: { volunteerRef, duty } },
      { volunteerRef, duty, partner: partner.ref },
    )

  return {
    duty: async (): Promise<void> => {
      const luck = chance()
      const { partner, ref } = luck.pick(place.drivers)
      const from = partnerOf(place, partner)
      await speech.say(dutyOf(from, ref, 'paused'), luck.int(2), luck.oneIn(15) ? 2 : 1)
      await speech.say(dutyOf(from, ref, 'on'), luck.int(2))
    },

    /** Takes a rest, longer than any round may take that does not look at who is on duty. */
    away: async (): Promise<void> => {
      const luck = chance()
      const { partner, ref } = luck.pick(place.drivers)
      const from = partnerOf(place, partner)
      await speech.say(dutyOf(from, ref, 'paused'), luck.int(2))
      await pace.pause(luck.between(...AWAY_MS))
      await speech.say(dutyOf(from, ref, 'on'), luck.int(2))
    },

    observe: async (): Promise<void> => {
      const luck = chance()
      const { partner, ref } = luck.pick(place.drivers)
      const at = new Date().toISOString()
      const data = { volunteerRef: ref, hazard: 'pohon_tumbang', lat: -10.17, lng: 123.61, at }
      const event = { type: 'incident.observed', data }
      const message = eventOf(partnerOf(place, partner), 'observe', nextId('seen'), event)
      await speech.say(message, luck.int(2), luck.oneIn(20) ? 2 : 1)
    },

    /** Not journalled, so not in the ledger: lost with Redis and made good by the next. */
    positions: async (): Promise<void> => {
      const luck = chance()
      const from = luck.pick(place.partners)
      const at = new Date().toISOString()
      const positions = place.drivers
        .filter(({ partner }) => partner === from.ref)
        .slice(0, TELLING)
        .map(({ ref }) => ({
          volunteerRef: ref,
          lat: luck.between(-10.2, -10.14),
          lng: luck.between(123.57, 123.66),
          at,
        }))
      const body = JSON.stringify({ positions })
      await speech.ask(
        signed(from, { kind: 'duty', id: nextId('fix'), path: '/partner/v1/positions', body }),
        luck.int(2),
      )
    },

    /** Rightly signed, and said before what his platform has said since: nothing of it may have an effect. */
    late: async (): Promise<void> => {
      const luck = chance()
      const { partner, ref } = luck.pick(place.drivers)
      const own = partnerOf(place, partner)
      const plateOf = (): string => `DH ${luck.int(9000)} LT`
      const saidAt = Date.now()
      const on = dutyOf(own, ref, 'on')
      const vehicle = { kind: 'motorcycle', plate: plateOf() }
      const updated = { type: 'volunteer.updated', data: { volunteerRef: ref, vehicle } }
      const news = [on, eventOf(own, 'duty', nextId('profile'), updated)]
      for (const message of news) if ((await speech.say(message, luck.int(2)))?.status !== 200) return
      const late = (what: string, data: object, lateMs: number): Message =>
        eventOf(
          own,
          'late',
          nextId('late'),
          {
            type: `volunteer.${what}`,
            data: { volunteerRef: ref, ...data },
            saidAt: new Date(saidAt - lateMs),
          },
          { volunteerRef: ref, what },
        )
      const words = [
        late('duty_changed', { duty: luck.pick(['off', 'on', 'paused']) }, LATE_MS.days),
        late('duty_changed', { duty: 'paused' }, LATE_MS.moments),
        late('updated', { vehicle: { kind: 'car', plate: plateOf() } }, LATE_MS.days),
      ]
      await speech.say(luck.pick(words), luck.int(2), luck.oneIn(20) ? 2 : 1)
    },

    /** Wrongly signed or stale: nothing of it may have an effect. */
    forge: async (): Promise<void> => {
      const luck = chance()
      const { partner, ref } = luck.pick(place.drivers)
      const [how, signing] = luck.pick(Object.entries(forgeries))
      const event = { type: 'volunteer.duty_changed', data: { volunteerRef: ref, duty: 'off' } }
      const own = partnerOf(place, partner)
      await speech.say(eventOf(own, 'forged', nextId('forged'), event, { how }, signing), luck.int(2))
    },

    /** Rightly signed, but in the name of another platform's driver and about an offer that is not its own. */
    meddle: async (offerId: string, owner: string): Promise<void> => {
      const luck = chance()
      const stranger = place.partners.find(({ ref }) => ref !== owner)
      const { ref } = luck.pick(place.drivers.filter(({ partner }) => partner === stranger?.ref))
      if (stranger === undefined) return
      const event = { type: 'offer.accepted', data: { offerId, volunteerRef: ref } }
      await speech.say(
        eventOf(stranger, 'forged', nextId('forged'), event, { how: 'not his offer' }),
        luck.int(2),
      )
    },
  }
}
export type Others = ReturnType<typeof createOthers>
