import { z } from 'zod'
import { Difference } from '#contracts/domain/difference.ts'
import type { SettingsChange } from '#contracts/wire/routes/procedure.ts'
import type { Context } from '../context.ts'

const Told = z.object({
  number: z.int(),
  differences: z.array(Difference),
  reason: z.object({ textId: z.string() }),
})

export const personIn = (known: ReadonlyMap<string, { displayName: string }>, id: string) => ({
  id,
  displayName: known.get(id)?.displayName ?? '',
})

/**
 * The history of one document of settings, the latest change first; `type`: of the facts that changed it. What the
 * pending facts say is not placed yet: it is heard a moment later.
 */
export const settingsChanges = async (
  { store, credentials }: Context,
  agencyId: string,
  id: string,
  type: 'policy.changed' | 'procedure.changed',
): Promise<{ changes: SettingsChange[] }> => {
  const [facts, known] = await Promise.all([store.cursors.of(id), credentials.ofAgency(agencyId)])
  const changes = facts
    .filter((fact) => fact.type === type)
    .map(({ data, at, by }) => ({ at, by, ...Told.parse(data) }))
  const texts = await store.texts.read(changes.map(({ reason }) => reason.textId))
  return {
    changes: changes
      .map(({ by, reason, ...change }) => ({
        ...change,
        by: personIn(known, by.id),
        reason: texts[reason.textId] ?? '',
      }))
      .reverse(),
  }
}
