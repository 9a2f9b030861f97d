import { update } from '#contracts/domain/volunteer/commands.ts'
import { personKey } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { ToldOfPerson } from '#contracts/store/texts.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { mustBePhone } from '../phone.ts'
import { readVolunteer, recordChange } from './change-volunteer.ts'
import { whilePersonFree } from './person-free.ts'

type Input = Given<Routes['editVolunteer']>['body']

/**
 * Corrects what is known of a volunteer. Another phone is another natural person, so it waits until neither is bound.
 * @throws Refusal `not_found`, `person_busy`, `nothing_to_change`, `illegal_move` when he has left; Trouble `invalid`; NotSaved
 */
export const editVolunteer = async (context: Context, op: Op, id: string, input: Input): Promise<Changed> => {
  const { store, serverKey } = context
  const before = await readVolunteer(context, op.agencyId, id)
  const { vehicle, skills, trainedUntil, insuredUntil, displayName, plate } = input
  const phone = input.phone === undefined ? undefined : mustBePhone('body.phone', input.phone)
  const key = phone === undefined ? undefined : personKey(serverKey, phone)
  const known = (await store.texts.persons([id])).get(id)
  const told: ToldOfPerson = {
    ...(displayName !== undefined && { displayName }),
    ...(phone !== undefined && { phone }),
    ...(plate !== undefined && { plate }),
  }
  const personChanged = JSON.stringify({ ...known, ...told }) !== JSON.stringify({ ...known })
  const { facts } = await whilePersonFree(store, before, key, (isBound) =>
    recordChange(context, op, id, (state) => {
      const change = { personKey: key, vehicle, skills, trainedUntil, insuredUntil, personChanged }
      return update(state, change, isBound(state))
    }),
  )
  // After the fact, which may be refused; what others tell of him meanwhile stays. A repeat makes good a crash here.
  const [fact] = facts
  if (fact !== undefined) await store.texts.keepTold({ _id: id, agencyId: op.agencyId }, told, fact.version)
  // Another phone is another person: whoever signed in with the old one is out. A repeat makes good a crash here, too.
  if (facts.some(({ data }) => data['personKey'] !== undefined))
    await context.sessions.killAll(id, context.clock.now().toISOString())
  return { kind: 'volunteer', id }
}
