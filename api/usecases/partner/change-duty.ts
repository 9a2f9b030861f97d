import { findKelurahan } from '#contracts/domain/reference.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { isDutyPast } from '#contracts/domain/volunteer/said.ts'
import { sayDuty } from '#contracts/domain/volunteer/say.ts'
import type { Context } from '../../context.ts'
import { invalid } from '../../trouble.ts'
import { volunteerOf, type Handler } from './sender.ts'

/**
 * On duty, paused or off, and where; `already_past` when it comes too late (see isDutyPast).
 * @throws Refusal `not_found`, `suspended` unless active, `illegal_move`
 */
export const changeDuty: Handler<'volunteer.duty_changed'> = async (context, sender, data, said) => {
  const { store, presence } = context
  const { volunteerRef, duty, onTrip } = data
  const { id, agencyId } = await volunteerOf(store, sender, volunteerRef)
  const declaredArea =
    data.declaredArea === undefined ? undefined : await areaOf(context, agencyId, data.declaredArea)
  const { facts, state: after } = await store.ledger.change('volunteer', id, sender.op, (state) => {
    if (state === null) throw new Refusal('not_found', { what: 'volunteer' })
    return sayDuty(state, { duty, declaredArea }, said)
  })
  if (facts.length === 0 && isDutyPast(after, duty, said)) return { outcome: 'already_past', volunteerRef }
  // A hint for matching, in Redis, which may be away: the duty is saved without it.
  if (onTrip !== undefined)
    store.background.run('trip', () => presence.setTrip(agencyId, id, duty === 'on' && onTrip))
  const isNews = facts.some(({ type }) => type === 'volunteer.duty_changed')
  return { outcome: isNews ? 'updated' : 'unchanged', volunteerRef }
}

const areaOf = async ({ agencies }: Context, agencyId: string, text: string): Promise<string> => {
  const { kelurahan } = await agencies.of(agencyId)
  const area = findKelurahan(kelurahan, text)
  if (area === undefined) throw invalid('data.declaredArea', 'no kelurahan of this city')
  return area.code
}
