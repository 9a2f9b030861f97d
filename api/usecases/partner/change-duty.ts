import { findKelurahan } from '#contracts/domain/reference.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { setDuty } from '#contracts/domain/volunteer/commands.ts'
import type { Context } from '../../context.ts'
import { invalid } from '../../trouble.ts'
import { volunteerOf, type Handler } from './sender.ts'

/** On duty, paused or off, and where. @throws Refusal `not_found`, `suspended` unless active, `illegal_move` */
export const changeDuty: Handler<'volunteer.duty_changed'> = async (context, sender, data) => {
  const { store, presence } = context
  const { id, agencyId } = await volunteerOf(store, sender, data.volunteerRef)
  const area =
    data.declaredArea === undefined ? undefined : await areaOf(context, agencyId, data.declaredArea)
  const { facts } = await store.ledger.change('volunteer', id, sender.op, (state) => {
    if (state === null) throw new Refusal('not_found', { what: 'volunteer' })
    return setDuty(state, { duty: data.duty, declaredArea: area ?? state.declaredArea })
  })
  const { onTrip } = data
  // A hint for matching, in Redis, which may be away: the duty is saved without it.
  if (onTrip !== undefined)
    store.background.run('trip', () => presence.setTrip(agencyId, id, data.duty === 'on' && onTrip))
  return { outcome: facts.length > 0 ? 'updated' : 'unchanged', volunteerRef: data.volunteerRef }
}

const areaOf = async ({ agencies }: Context, agencyId: string, text: string): Promise<string> => {
  const { kelurahan } = await agencies.of(agencyId)
  const area = findKelurahan(kelurahan, text)
  if (area === undefined) throw invalid('data.declaredArea', 'no kelurahan of this city')
  return area.code
}
