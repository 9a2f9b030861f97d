import type * as fc from 'fast-check'
import { openWave } from '#contracts/domain/incident/commands/wave.ts'
import { cancel } from '#contracts/domain/incident/commands/finish.ts'
import { release } from '#contracts/domain/incident/commands/assignment.ts'
import { verify } from '#contracts/domain/incident/commands/gate.ts'
import { setNeeds } from '#contracts/domain/incident/commands/needs.ts'
import { report } from '#contracts/domain/incident/commands/report.ts'
import { dispatch } from '#contracts/domain/incident/commands/search.ts'
import { evolveIncident } from '#contracts/domain/incident/evolve.ts'
import { holdsSlot, isActive } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { VolunteerFactBody } from '#contracts/domain/volunteer/facts.ts'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Filed, StoredFact } from '#contracts/store/documents.ts'
import { acceptOffer } from '../../api/usecases/answer/accept-offer.ts'
import { declineOffer } from '../../api/usecases/answer/decline-offer.ts'
import { aReport } from '../contracts/store/given.ts'
import { openTown, orNull, type Mishap, type Process, type Town, untilAnswered } from './town.ts'

export const AGENCY = '5371'
const by = { kind: 'system', id: 'test' } as const
/** Of the reconciler, in one deed. */
const PASSES = 5
const FAR_AHEAD = '2027-01-01T00:00:00.000Z'
/** Some forty round trips: yeses come in time and too late. */
const OFFER_LIVES_S = 6

/** Volunteer → natural person: the last two are the same man at two platforms. */
export const people = { vol_1: 'ani', vol_2: 'beni', vol_3: 'citra', vol_4: 'citra' } as const
export type VolunteerId = keyof typeof people
export const places = ['inc_a', 'inc_b'] as const
export type Place = (typeof places)[number]

export type Deed =
  | { do: 'ask'; place: Place; whom: VolunteerId[] }
  | { do: 'accept' | 'decline'; place: Place; who: VolunteerId; op: number }
  | { do: 'give back'; place: Place; who: VolunteerId }
  | { do: 'cancel'; place: Place }
  | { do: 'reconcile' }

const op = (opId: string) => ({ opId, agencyId: AGENCY, by })

/** Two incidents that ask for two people each, born before the play begins. */
const birth = async (process: Process): Promise<void> => {
  for (const id of places) {
    const need = { needId: `${id}.nd`, task: 'pantau', vehicle: 'any', skill: null, quantity: 2 } as const
    await process.store.ledger.change('incident', id, op(`birth ${id}`), (_none, at) => {
      const facts = report(null, aReport(id))
      const now = () => {
        const state = facts.reduce<Incident | null>(
          (before, fact) => evolveIncident(before, { ...fact, at, by }, { id, agencyId: AGENCY }),
          null,
        )
        if (state === null) throw new Error('no incident')
        return state
      }
      facts.push(...verify(now(), { note: null }))
      facts.push(...setNeeds(now(), { needs: [need], standDown: [] }))
      facts.push(...dispatch(now()))
      return facts
    })
  }
  for (const [id, personKey] of Object.entries(people))
    await process.store.ledger.change('volunteer', id, op(`birth ${id}`), (): VolunteerFactBody[] => [
      {
        type: 'volunteer.registered',
        data: {
          partnerId: 'ptn_a',
          ref: id,
          personKey,
          vehicle: 'motorcycle',
          skills: [],
          channel: 'webhook',
        },
      },
      { type: 'volunteer.activated', data: {} },
      { type: 'volunteer.duty_changed', data: { duty: 'on', declaredArea: null } },
    ])
  await process.settled()
}

const files = (town: Town): Filed<'incident'>[] => town.database.rows<Filed<'incident'>>('incident')

const personOf = (volunteerId: string): string => people[volunteerId as VolunteerId] ?? volunteerId

/** Person → what binds him, of all incidents; by the documents alone. */
export const bound = (town: Town): { person: string; offerId: string }[] =>
  files(town).flatMap(({ state }) => [
    ...state.offers.map(({ id, volunteerId }) => ({ person: personOf(volunteerId), offerId: id })),
    ...state.assignments
      .filter(isActive)
      .map(({ offerId, volunteerId }) => ({ person: personOf(volunteerId), offerId })),
  ])

/** I2 and I3, at every moment. */
const lawOf = (town: () => Town) => (): string[] => {
  const persons = bound(town()).map(({ person }) => person)
  const slots = files(town()).flatMap(({ _id, state }) =>
    state.assignments.filter(holdsSlot).map(({ needId, slot }) => `${_id} ${needId} ${slot}`),
  )
  return [
    ...persons.filter((one, i) => persons.indexOf(one) !== i).map((one) => `${one} is bound twice`),
    ...slots.filter((one, i) => slots.indexOf(one) !== i).map((one) => `slot ${one} is held twice`),
  ]
}

const ask = (process: Process, place: Place, whom: readonly VolunteerId[], name: string) =>
  process.store.offer(
    place,
    op(name),
    () => whom.map((volunteerId) => ({ volunteerId, personKey: people[volunteerId] })),
    (state, won, now) =>
      won.length === 0
        ? []
        : openWave(state, {
            offers: won.map(({ offerId, volunteerId }) => ({
              offerId,
              volunteerId,
              needId: `${place}.nd`,
              partnerId: 'ptn_a',
              channel: 'webhook',
              expiresAt: plusSeconds(now, OFFER_LIVES_S),
              why: null,
              position: null,
            })),
            stalled: [],
            ring: 0,
            nextWaveAt: null,
            policyVersion: 'test',
          }),
  )

/** Looks at every claim, however young, again and again while the others go on. */
const reconcile = async ({ store }: Process): Promise<void> => {
  for (let pass = 0; pass < PASSES; pass += 1)
    for (const claim of await store.claims.olderThan(FAR_AHEAD)) {
      await store.flush('incident', claim.incidentId)
      await store.claims.free(claim)
    }
}

export interface Told {
  op: string
  yes: Parameters<typeof acceptOffer>[2]
  answer: string
}

/** The street with its two incidents, and whoever does things there by way of several processes. */
export const openStreet = async (scheduler: fc.Scheduler, mishaps: readonly Mishap[]) => {
  const town: Town = openTown({ scheduler, mishaps: mishaps.map((one) => one), law: lawOf(() => town) })
  const born = town.openProcess('birth', true)
  await birth(born)
  const processes = ['one', 'two', 'three'].map((name) => town.openProcess(name))
  const told: Told[] = []

  const answer = <T>(first: number, work: (process: Process) => Promise<T>) =>
    untilAnswered(processes, first, (error) => error instanceof Refusal, work)

  /** The offer that he was asked by last, as he knows it. */
  const offerOf = (place: Place, who: VolunteerId): string | undefined =>
    town.database.incident(place)?.state.asked.findLast(({ volunteerId }) => volunteerId === who)?.offerId

  /** What one of them does, and what he is told; nothing when there is nothing to do it to. */
  const doDeed = async (deed: Deed, n: number): Promise<void> => {
    const name = `${deed.do} ${n}`
    if (deed.do === 'ask')
      return void (await answer(n, (process) => ask(process, deed.place, deed.whom, name)))
    if (deed.do === 'reconcile') return void (await answer(n, reconcile))
    if (deed.do === 'cancel')
      return void (await answer(n, ({ store }) =>
        store.incidents.change(deed.place, op(name), (state) => cancel(state, { reason: null })),
      ))
    const { place, who } = deed
    if (deed.do === 'give back') {
      const file = town.database.incident(place)
      const held = file?.state.assignments.find((one) => one.volunteerId === who && isActive(one))
      if (held === undefined) return
      const bearer = { assignmentId: held.id, volunteerId: who, partnerId: 'ptn_a' }
      return void (await answer(n, ({ store }) =>
        store.incidents.change(place, op(name), (state) => release(state, bearer, null)),
      ))
    }
    const offerId = offerOf(place, who)
    if (offerId === undefined) return
    const own = `${deed.do} ${deed.op} of ${offerId}`
    const yes = { offerId, volunteerId: who, partnerId: 'ptn_a', etaS: null }
    if (deed.do === 'decline')
      return void (await answer(n, ({ store }) => declineOffer(store, op(own), yes, 'other')))
    const heard = await answer(n, ({ store }) => acceptOffer(store, op(own), yes))
    told.push({
      op: own,
      yes,
      answer: JSON.stringify('answer' in heard ? heard.answer : String(heard.refused)),
    })
  }

  return {
    town,
    told,
    doDeed: (deed: Deed, n: number): Promise<void> =>
      doDeed(deed, n)
        .catch(orNull)
        .then(() => undefined),
    /** Everything is put in order by a process that nothing happens to. */
    inOrder: async (): Promise<Process> => {
      town.calm()
      const last = town.openProcess('last')
      for (const id of places) await last.store.flush('incident', id)
      await reconcile(last)
      await last.settled()
      return last
    },
    facts: (): StoredFact[] => town.database.rows<StoredFact>('facts'),
  }
}
