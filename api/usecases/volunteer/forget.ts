import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Context } from '../../context.ts'

/**
 * Erases who a volunteer was who has left: name, phone, plate, what was written about him, where he was. The facts know
 * codes and keys only and stay, so the chain stays valid. Safe to do again; what is interrupted the eraser of the worker
 * makes good.
 */
export const forget = async (
  { store, presence }: Pick<Context, 'store' | 'presence'>,
  { id, agencyId }: Pick<Volunteer, 'id' | 'agencyId'>,
): Promise<void> => {
  await store.texts.forget([id])
  store.background.run('forget position', () => presence.forget(agencyId, id))
}
