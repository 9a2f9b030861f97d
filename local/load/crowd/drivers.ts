import type { Chance } from '../../faults/chance.ts'
import { textOf } from '../../faults/crowd/desk.ts'
import type { Pace } from '../../faults/crowd/pace.ts'
import type { Place } from '../../faults/crowd/place.ts'
import { eventOf, type Heard } from '../../faults/crowd/platform.ts'
import type { Message, Speech } from '../../faults/crowd/say.ts'
import type { Figures } from './figures.ts'
import type { Files } from './files.ts'

type Partner = Place['partners'][number]

export interface DriversOptions {
  speech: Speech
  figures: Figures
  files: Files
  chance: () => Chance
  pace: Pace
  nextId: (what: string) => string
}

/** Everybody who is asked: most say yes after a moment, several at once for the same slot, some of them twice. */
export const createDrivers = ({ speech, figures, files, chance, pace, nextId }: DriversOptions) => {
  const running = new Set<Promise<void>>()
  const begin = (work: Promise<void>): void => {
    const end = work.then(() => void running.delete(end))
    running.add(end)
  }

  const event = (
    partner: Partner,
    kind: Message['kind'],
    type: string,
    data: Record<string, string>,
  ): Message =>
    eventOf(partner, kind, nextId(kind.replace(' ', '-')), { type, data }, { ...data, partner: partner.ref })

  const travel = async (partner: Partner, assignmentId: string, volunteerRef: string): Promise<void> => {
    for (const state of ['en_route', 'on_scene'] as const) {
      await pace.pause(chance().between(1000, 4000))
      if (!pace.isPlaying()) return
      const at = new Date().toISOString()
      await speech.say(
        event(partner, 'progress', 'assignment.progressed', { assignmentId, volunteerRef, state, at }),
        chance().int(2),
      )
    }
  }

  const accept = async (
    partner: Partner,
    number: string,
    offerId: string,
    volunteerRef: string,
  ): Promise<void> => {
    const luck = chance()
    const side = luck.int(2)
    const intendedAt = performance.now()
    const yes = (): Message => event(partner, 'accept', 'offer.accepted', { offerId, volunteerRef })
    // Some platforms say it again under another id at the other process; some send the very same message five times.
    const again = luck.oneIn(20) ? [speech.say(yes(), side + 1)] : []
    const answer = await speech.say(yes(), side, luck.oneIn(5) ? 5 : 1)
    figures.since('accept', intendedAt)
    await Promise.all(again)
    const assignmentId = textOf(answer?.body['assignmentId'])
    if (assignmentId === '') return
    files.confirmed(number, assignmentId)
    await travel(partner, assignmentId, volunteerRef)
  }

  const asked = async (partner: Partner, { data }: Heard): Promise<void> => {
    const luck = chance()
    const [offerId, ref] = [textOf(data['offerId']), textOf(data['volunteerRef'])]
    const number = textOf((data['incident'] as { code?: unknown } | undefined)?.code)
    files.asked(number)
    const draw = luck.int(100)
    if (draw < 10) return
    await pace.pause(luck.between(200, 3000))
    if (!pace.isPlaying()) return
    if (draw < 20) {
      const data = { offerId, volunteerRef: ref, reason: 'personal' }
      await speech.say(event(partner, 'decline', 'offer.declined', data), luck.int(2))
    } else await accept(partner, number, offerId, ref)
  }

  return {
    hear: (partner: Partner, heard: Heard): void => {
      if (pace.isPlaying() && heard.type === 'offer.created') begin(asked(partner, heard))
    },
    settled: async (): Promise<void> => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
