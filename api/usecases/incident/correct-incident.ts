import { correct, type Correction } from '#contracts/domain/incident/commands/correct.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { Changed } from '../../changed.ts'
import type { Context } from '../../context.ts'
import type { Given } from '../../route-types.ts'
import { placeIn } from './place.ts'

type Input = Given<Routes['correctIncident']>['body']

/** Keeps the new texts; one that says what the present one says is no change. An empty address takes it away. */
const newTexts = async (context: Context, state: Incident, input: Input): Promise<Correction> => {
  const { texts } = context.store
  const { agencyId, id, descriptionId, addressTextId } = state
  const present = await texts.read([descriptionId, ...(addressTextId === null ? [] : [addressTextId])])
  const change: Correction = {}
  if (input.description !== undefined && input.description !== present[descriptionId])
    change.description = await texts.keep(agencyId, id, input.description)
  if (input.address === '') change.addressTextId = null
  else if (input.address !== undefined && input.address !== present[addressTextId ?? ''])
    change.addressTextId = (await texts.keep(agencyId, id, input.address)).textId
  return change
}

/**
 * Corrects what was reported: place, hazard, severity, description, address. A pin that moves keeps the stated kelurahan,
 * and whether that is doubtful is asked anew.
 * @throws Refusal `not_found`, `closed_incident`, `nothing_to_change`, `outside_area`; Trouble `invalid`; NotSaved
 */
export const correctIncident = async (
  context: Context,
  op: Op,
  id: string,
  input: Input,
): Promise<Changed> => {
  const doc = await context.store.ledger.load('incident', id)
  if (doc === null || doc.agencyId !== op.agencyId) throw new Refusal('not_found')
  const agency = await context.agencies.of(op.agencyId)
  const { hazard, severity, place } = input
  const texts = await newTexts(context, doc.state, input)
  await context.store.incidents.change(id, op, (state) => {
    const { kelurahan = state.place.kelurahan } = place ?? {}
    return correct(state, {
      hazard,
      severity,
      place: place && placeIn(agency, { ...place, kelurahan }),
      ...texts,
    })
  })
  return { kind: 'incident', id }
}
