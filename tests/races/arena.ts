import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { tick } from '#contracts/domain/incident/commands/tick.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { RouteName } from '#contracts/wire/routes/all.ts'
import type { Context } from '../../api/context.ts'
import { createPartner } from '../../api/usecases/setup/create-partner.ts'
import { createUser } from '../../api/usecases/setup/create-user.ts'
import { aCity, AGENCY, aPartner, aPhone, ask, type Asking, fileOf, op } from '../api/partner/city.ts'
import { anEventId, platformOf } from '../api/partner/platform-of.ts'
import { serve } from '../api/partner/served.ts'
import { audit } from '../world/audit.ts'
import { signIn } from '../world/client.ts'
import type { Turn } from './chance.ts'
import { endsTwice } from './ends.ts'
import { aVolunteer, anIncident } from './given.ts'

/** What one contender was told. `same` is what every repeat must say again, to the letter. */
export interface Said {
  status: number
  /** The outcome, the code of the problem, or `done`. */
  word: string
  body: Record<string, unknown>
  same: unknown
}
/** Somebody in a race, at one of the two processes. */
export interface Contender {
  go: (side: number) => Promise<Said>
  /** The receipt under which his answer is kept; null: he has none, since he is no outsider. */
  receipt: string | null
}

type Person = Parameters<typeof aVolunteer>[2]

const PASSWORD = 'a password for the races'
/** At most this many round trips to the database lie between two starts; a yes takes fewer than an order does. */
const HEAD_START = 14
const by = { kind: 'system', id: 'test' } as const

/** Lets them go. In a race each waits for a few round trips to the database first. */
const start = async (
  { connection }: Context,
  turn: Turn,
  contenders: readonly Contender[],
  side: number,
): Promise<Said[]> => {
  const order = contenders.map((contender, i) => ({ contender, i, waits: turn.int(HEAD_START) }))
  const said: Said[] = []
  const go = async ({ contender, i }: (typeof order)[number]) => {
    said[i] = await contender.go((side + i) % 2)
  }
  if (turn.order === 'race')
    await Promise.all(
      order.map(async (one) => {
        for (let step = 0; step < one.waits; step += 1) await connection.db?.command({ ping: 1 })
        await go(one)
      }),
    )
  else for (const one of turn.order === 'in turn' ? order : order.reverse()) await go(one)
  return said
}

/** Two api processes of one platform on one database, two partners and an operator who may speak to either. */
export const openArena = async () => {
  const first = await serve()
  const second = await serve(first.home)
  const sides = [first, second]
  const { context } = first
  await aCity(context)
  const partner = await aPartner(context, 'sim')
  const rival = await aPartner(context, 'rival')
  // Nobody answers there; but whoever has no endpoint is not asked by a match round.
  const there = { agencyId: AGENCY, sandbox: false, url: 'https://mitra.example/hook' }
  for (const { ref } of [partner, rival]) await createPartner(context, { ...there, ref, name: ref }, by)
  const user = { login: 'operator', displayName: 'Operator', password: PASSWORD, role: 'operator' } as const
  await createUser(context, { agencyId: AGENCY, ...user }, by)
  const operators = await Promise.all(sides.map(({ url }) => signIn(url, 'operator', PASSWORD)))
  const { userId } = await operators[0]!.call('me')
  const platforms = sides.map(({ url }) => platformOf(url, partner))

  const settled = async () => void (await Promise.all(sides.map((side) => side.context.store.settled())))

  const event = (type: string, data: object): Contender => {
    const id = anEventId()
    return {
      receipt: `partner:${partner.id}|${id}`,
      go: async (side) => {
        const { status, body } = await platforms[side]!.send(type, data, id)
        // A problem names its request: another one, when the receipt is gone.
        const { id: _request, ...same } = body
        return { status, word: String(body['outcome'] ?? body['code']), body, same: { status, ...same } }
      },
    }
  }

  const order = (name: RouteName, id: string, body: object): Contender => {
    const key = anEventId()
    return {
      receipt: `user:${userId}:${key}`,
      go: async (side) => {
        const answer = await operators[side]!.try(name, { params: { id }, body, key })
        const { code } = answer.body
        const word = typeof code === 'string' ? code : 'done'
        return { ...answer, word, same: [answer.status, word, answer.body['detail']] }
      },
    }
  }

  return {
    first,
    second,
    settled,

    member: (given?: Person) => aVolunteer(context, partner.id, given),
    /** Of the other partner. */
    rivalMember: (given?: Person) => aVolunteer(context, rival.id, given),
    incident: (quantity?: number) => anIncident(context, quantity),
    file: ({ id }: Asking) => fileOf(context, id),

    yes: ({ ref: volunteerRef }: Volunteer, offerId: string | undefined) =>
      event('offer.accepted', { offerId, volunteerRef }),
    no: ({ ref: volunteerRef }: Volunteer, offerId: string | undefined) =>
      event('offer.declined', { offerId, volunteerRef }),
    /** His platform learns of another phone: to us he becomes another natural person. */
    renumbers: ({ ref: volunteerRef }: Volunteer) =>
      event('volunteer.updated', { volunteerRef, phone: aPhone() }),
    order,

    /** A wave of one offer: `asked`, or `bound` when he is bound elsewhere. */
    asks: (incident: Asking, who: Volunteer): Contender => ({
      receipt: null,
      go: async (side) => {
        const isAsked = (await ask(sides[side]!.context, incident, [who])).has(who.id)
        return { status: 200, word: isAsked ? 'asked' : 'bound', body: {}, same: null }
      },
    }),

    /** Time itself, as the worker brings it about. */
    time: ({ id }: Asking): Contender => ({
      receipt: null,
      go: async (side) => {
        const { store } = sides[side]!.context
        await store.incidents.change(id, op(), (state, now) => tick(state, store.sla, now))
        return { status: 200, word: 'done', body: {}, same: null }
      },
    }),

    /**
     * Starts all at once, at different processes and with small head starts, and hears what each is told. Then everybody
     * asks again, at the other process and, every second time, without the kept answer: nobody hears anything else, and
     * nothing changes any more.
     */
    race: async (turn: Turn, incident: Asking, contenders: readonly Contender[]): Promise<Said[]> => {
      const side = turn.int(2)
      const forgets = turn.int(2) === 0
      const said = await start(context, turn, contenders, side)
      await settled()
      const before = await fileOf(context, incident.id)
      const receipts = context.connection.collection<{ _id: string }>('receipts')
      for (const [i, { go, receipt }] of contenders.entries()) {
        if (receipt === null) continue
        if (forgets) expect((await receipts.deleteOne({ _id: receipt })).deletedCount).toBe(1)
        expect((await go((side + i + 1) % 2)).same).toEqual(said[i]!.same)
      }
      const after = await fileOf(context, incident.id)
      if (!isDeepStrictEqual(after, before)) expect(after).toEqual(before)
      return said
    },

    /** Rounds on one agency look at every incident that still asks. */
    finish: async ({ id }: Asking): Promise<void> => {
      await operators[0]!.try('cancelIncident', { params: { id }, body: { reason: 'Selesai.' } })
    },

    /** How often each thing happened that only happens sometimes, in both processes. */
    counts: (): Record<string, number> => {
      const sum: Record<string, number> = {}
      for (const side of sides)
        for (const [what, count] of Object.entries(side.context.store.counts()))
          sum[what] = (sum[what] ?? 0) + count
      return sum
    },

    /** Chain and folds hold, nobody is bound twice, no claim is left over, nothing ended twice. */
    mustBeInOrder: async (): Promise<void> => {
      await settled()
      expect((await audit(context.connection)).faults).toEqual([])
      expect(await endsTwice(context.connection)).toEqual([])
    },

    close: async (): Promise<void> => {
      await second.close()
      await first.close()
    },
  }
}
export type Arena = Awaited<ReturnType<typeof openArena>>
