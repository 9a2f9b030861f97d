import type { Chance } from '../chance.ts'
import type { Pace } from './pace.ts'
import type { Place } from './place.ts'
import { eventOf, type Heard } from './platform.ts'
import type { Message, Speech } from './say.ts'

type Partner = Place['partners'][number]

export interface DriversOptions {
  speech: Speech
  chance: () => Chance
  /** While it plays drivers answer; at rest they only listen. */
  pace: Pace
  nextId: (what: string) => string
  /** The task link of an offer, as an operator copies it for the volunteer; null when it cannot be had now. */
  linkOf: (incidentId: string, offerId: string) => Promise<string | null>
}

/** What the drivers know of an incident, by its number. */
export interface Known {
  /** Null until the desk has it. */
  id: string | null
  confirmed: Map<string, { partner: Partner; ref: string }>
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
/** Long enough that something may go wrong between a message and another body under its id. */
const OTHER_BODY_WITHIN_MS = 4000
const STEPS = ['en_route', 'on_scene', 'working'] as const

/** Everybody who is asked: says yes once, twenty times, by two ways at once, late or not at all; no; or goes and comes back. */
export const createDrivers = ({ speech, chance, pace, nextId, linkOf }: DriversOptions) => {
  const { isPlaying, pause } = pace
  const incidents = new Map<string, Known>()
  const known = (number: string): Known => {
    const one = incidents.get(number) ?? { id: null, confirmed: new Map() }
    incidents.set(number, one)
    return one
  }
  const running = new Set<Promise<void>>()
  const begin = (work: Promise<void>): void => {
    const end = work.catch(() => undefined).then(() => void running.delete(end))
    running.add(end)
  }

  /** A yes on the task page, by the form's button. */
  const byLink = async (number: string, offerId: string, copies: number): Promise<void> => {
    const { id } = known(number)
    const path = id === null ? null : await linkOf(id, offerId)
    if (path === null) return
    const nonce = nextId('nonce').replaceAll('-', '_').padEnd(16, '_')
    const key = `accept-${nonce}`
    const message: Message = {
      kind: 'accept by link',
      id: key,
      op: `tl:${offerId}:${key}`,
      method: 'POST',
      path: `${path}/accept`,
      body: `nonce=${nonce}`,
      headers: () => ({ 'content-type': 'application/x-www-form-urlencoded' }),
      about: { offerId },
    }
    await speech.say(message, chance().int(2), copies)
  }
  const yes = (partner: Partner, offerId: string, volunteerRef: string): Message =>
    eventOf(
      partner,
      'accept',
      nextId('yes'),
      { type: 'offer.accepted', data: { offerId, volunteerRef } },
      { offerId, volunteerRef, partner: partner.ref },
    )

  const step = (partner: Partner, assignmentId: string, volunteerRef: string, state: string): Message =>
    eventOf(
      partner,
      'progress',
      nextId('step'),
      {
        type: 'assignment.progressed',
        data: { assignmentId, volunteerRef, state, at: new Date().toISOString() },
      },
      { assignmentId, state },
    )

  const travel = async (partner: Partner, assignmentId: string, ref: string): Promise<void> => {
    const luck = chance()
    for (const state of STEPS) {
      await pause(luck.between(50, 600))
      if (!isPlaying() || luck.oneIn(25)) break
      // Now and then the same step twice at once, or one that is past already.
      await speech.say(step(partner, assignmentId, ref, state), luck.int(2), luck.oneIn(20) ? 2 : 1)
      if (luck.oneIn(10)) await speech.say(step(partner, assignmentId, ref, 'en_route'), luck.int(2))
    }
    if (isPlaying() && luck.oneIn(12))
      await speech.say(
        step(partner, assignmentId, ref, luck.oneIn(30) ? 'completed' : 'released'),
        luck.int(2),
      )
  }

  const accept = async (partner: Partner, number: string, offerId: string, ref: string): Promise<void> => {
    const luck = chance()
    const message = yes(partner, offerId, ref)
    const copies = luck.oneIn(3) ? 20 : luck.oneIn(30) ? 2 : 1
    const rivals: Promise<unknown>[] = []
    // His platform says it again under another id, at either process.
    if (luck.oneIn(60)) rivals.push(speech.say(yes(partner, offerId, ref), luck.int(2)))
    if (luck.oneIn(20)) rivals.push(byLink(number, offerId, luck.oneIn(30) ? 2 : 1))
    if (luck.oneIn(5)) rivals.push(speech.say(decline(partner, offerId, ref), luck.int(2)))
    const answer = await speech.say(message, luck.int(2), copies)
    await Promise.all(rivals)
    const assignmentId = textOf(answer?.body['assignmentId'])
    if (assignmentId !== '') {
      known(number).confirmed.set(assignmentId, { partner, ref })
      begin(travel(partner, assignmentId, ref))
    }
    // The very same message once more, much later: the answer must be the same.
    if (luck.oneIn(10)) await speech.say(message, luck.int(2))
    // The same id with another body is refused, at once and later.
    if (luck.oneIn(12)) {
      await pause(luck.between(0, OTHER_BODY_WITHIN_MS))
      const other = eventOf(partner, 'other body', message.id, { type: 'offer.declined', data: { offerId, volunteerRef: ref } }) // prettier-ignore
      await speech.say(other, luck.int(2))
    }
  }

  const decline = (partner: Partner, offerId: string, volunteerRef: string): Message =>
    eventOf(
      partner,
      'decline',
      nextId('no'),
      { type: 'offer.declined', data: { offerId, volunteerRef, reason: 'personal' } },
      { offerId },
    )

  const asked = async (partner: Partner, { data }: Heard): Promise<void> => {
    const luck = chance()
    const [offerId, ref] = [textOf(data['offerId']), textOf(data['volunteerRef'])]
    const number = textOf((data['incident'] as { code?: unknown } | undefined)?.code)
    const draw = luck.int(100)
    if (draw < 6) return
    if (draw < 12) {
      await pause(luck.between(10, 300))
      if (isPlaying()) await speech.say(decline(partner, offerId, ref), luck.int(2), luck.oneIn(20) ? 2 : 1)
      return
    }
    // Some think about it until the offer has long been taken back.
    await pause(draw < 20 ? luck.between(1500, 4000) : luck.between(5, 250))
    if (isPlaying()) await accept(partner, number, offerId, ref)
  }

  const acknowledged = async (partner: Partner, { type, data }: Heard): Promise<void> => {
    const what = type === 'assignment.confirmed' ? 'confirmed' : 'stood_down'
    const message = eventOf(
      partner,
      'progress',
      nextId('ack'),
      { type: 'assignment.acknowledged', data: { assignmentId: data['assignmentId'], what, how: 'read' } },
      { assignmentId: textOf(data['assignmentId']), state: 'acknowledged' },
    )
    await speech.say(message, chance().int(2))
  }

  return {
    known,
    hear: (partner: Partner, heard: Heard): void => {
      if (!isPlaying()) return
      if (heard.type === 'offer.created') begin(asked(partner, heard))
      const isTold = heard.type === 'assignment.confirmed' || heard.type === 'assignment.stood_down'
      if (isTold && chance().oneIn(20)) begin(acknowledged(partner, heard))
    },
    settled: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running)
    },
    forget: (): void => incidents.clear(),
  }
}
export type Drivers = ReturnType<typeof createDrivers>
