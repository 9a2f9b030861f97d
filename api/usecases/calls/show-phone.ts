import { showPhone } from '#contracts/domain/incident/commands/caller.ts'
import { showVolunteerPhone as show } from '#contracts/domain/volunteer/commands.ts'
import type { CallReason } from '#contracts/domain/words.ts'
import { isHold } from '#contracts/store/holds.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Changed, Shown } from '../../changed.ts'
import type { Context } from '../../context.ts'
import { invalid } from '../../trouble.ts'
import { keepText } from '../incident/keep-text.ts'
import { changeVolunteer, keepAbout, readVolunteer } from '../volunteer/change-volunteer.ts'

interface Why {
  reason: CallReason
  note?: string | undefined
}

/** @throws Trouble `invalid`: "something else" says nothing */
const mustSayWhy = ({ reason, note }: Why): void => {
  if (reason === 'lainnya' && note === undefined) throw invalid('body.note', 'is wanted with this reason')
}

/** The number in the clear; kept nowhere. */
const phoneOf = async ({ store }: Context, personId: string): Promise<Shown> => ({
  shown: { phone: (await store.texts.persons([personId])).get(personId)?.phone ?? null },
})

/** @throws Refusal `not_found`, `no_reporter`, `closed_incident`, `not_taking_part`; Trouble `invalid`; NotSaved */
export const showIncidentPhone = async (
  context: Context,
  op: Op,
  id: string,
  { volunteerId, ...why }: Why & { volunteerId?: string | undefined },
): Promise<Changed & Shown> => {
  mustSayWhy(why)
  const kept = why.note === undefined ? null : await keepText(context, op, id, why.note)
  const { state } = await context.store.incidents.change(id, op, (present, now) =>
    showPhone(
      present,
      {
        volunteerId: volunteerId ?? null,
        reason: why.reason,
        textId: kept?.textId ?? null,
        digest: kept?.digest ?? null,
      },
      now,
    ),
  )
  // A reporter is known: the command has refused otherwise.
  return { kind: 'incident', id, ...(await phoneOf(context, volunteerId ?? state.reporterId ?? '')) }
}

/** `anybody`: he keeps the registry. @throws Refusal `not_found`, `not_taking_part`, `illegal_move`; Trouble `invalid`; NotSaved */
export const showVolunteerPhone = async (
  context: Context,
  op: Op,
  id: string,
  why: Why,
  anybody: boolean,
): Promise<Changed & Shown> => {
  mustSayWhy(why)
  const volunteer = await readVolunteer(context, op.agencyId, id)
  const { personKey } = volunteer
  const claim = (await context.store.claims.boundAmong([personKey])).get(personKey)
  const bound = claim !== undefined && !isHold(claim)
  const kept = why.note === undefined ? null : await keepAbout(context, volunteer, why.note)
  const data = { reason: why.reason, textId: kept?.textId ?? null, digest: kept?.digest ?? null }
  const changed = await changeVolunteer(context, op, id, (state) => show(state, data, { anybody, bound }))
  return { ...changed, ...(await phoneOf(context, id)) }
}
