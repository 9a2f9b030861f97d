import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { forgetWords } from '#contracts/store/forgetting.ts'
import type { Context } from '../../context.ts'

/**
 * Erases who a volunteer was who has left: name, phone, plate, what was written about him, what his platform
 * said of him, where he was. The facts know
 * codes and keys only and stay, so the chain stays valid. Safe to do again; what is interrupted the eraser of the worker
 * makes good.
 */
export const forget = async (
  { store, presence }: Pick<Context, 'store' | 'presence'>,
  leaver: Volunteer,
): Promise<void> => {
  const { id, agencyId } = leaver
  await forgetWords(store, leaver)
  store.background.run('forget position', () => presence.forget(agencyId, id))
}
