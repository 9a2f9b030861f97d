import { Refusal } from '#contracts/domain/refusal.ts'
import { register } from '#contracts/domain/volunteer/commands.ts'
import { refOf } from '#contracts/domain/volunteer/state.ts'
import { derivedId, personKey } from '#contracts/runtime/ids.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { mustBePhone } from '../phone.ts'
import { agreedOf } from './agreements.ts'
import { MANDIRI, partnerIdOf } from '../setup/create-partner.ts'

type Input = Given<Routes['registerVolunteer']>['body']

/**
 * The ref that this operation gave him before, or a new one: two registrations of one person at the same moment share
 * it, so that one of them loses; somebody who has left may come back under the next.
 * @throws Refusal `already_registered`
 */
const refFor = async (context: Context, op: Op, partnerId: string, person: string): Promise<string> => {
  const known = await context.volunteerQueries.ofPerson(partnerId, person)
  for (const { _id, state } of known)
    if ((await context.store.ledger.done('volunteer', _id, op.opId)) !== null) return refOf(state)
  if (known.some(({ state }) => state.standing !== 'withdrawn')) throw new Refusal('already_registered')
  return derivedId('m', person, String(known.length))
}

/**
 * Registers a volunteer without a platform, who is served by task link.
 * @throws Refusal `already_registered`; Trouble `invalid`; NotSaved
 */
export const registerVolunteer = async (context: Context, op: Op, input: Input): Promise<Changed> => {
  const { store, serverKey } = context
  const { agencyId } = op
  const { displayName, plate, vehicle, skills } = input
  const phone = mustBePhone('body.phone', input.phone)
  const person = personKey(serverKey, phone)
  const partnerId = partnerIdOf(agencyId, MANDIRI)
  const ref = await refFor(context, op, partnerId, person)
  const id = derivedId('vol', partnerId, ref)
  const { facts } = await store.ledger.change('volunteer', id, op, (state) => [
    ...register(state, { partnerId, ref, personKey: person, vehicle, skills, channel: 'link' }),
    ...agreedOf(input.agreements).map((data) => ({ type: 'volunteer.agreed' as const, data })),
  ])
  // After the fact: whoever loses the race must not write over the name of who won it. A repeat makes good a crash here.
  const told = { displayName, phone, plate }
  await store.texts.keepTold({ _id: id, agencyId }, told, facts[0]?.version ?? 1)
  return { kind: 'volunteer', id }
}
