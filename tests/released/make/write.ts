import { createHash } from 'node:crypto'
import type { Actor, EntityKind } from '#contracts/domain/fact.ts'
import type { BodyOf } from '#contracts/store/kinds.ts'
import type { Store } from '#contracts/store/store.ts'
import { createIds, derivedId, type Ids } from '#contracts/runtime/ids.ts'
import { fixedClock, type FixedClock } from '#contracts/runtime/clock.ts'

export const AGENCY = '5371'
/** How the operations of this script are named. */
export const OP = 'contoh:'
const desk: Actor = { kind: 'user', id: 'usr_contoh' }

/** Chance that is the same each time: the digest of a counter. */
const counted = (): ((size: number) => Uint8Array) => {
  let n = 0
  return (size) =>
    createHash('sha256')
      .update(String((n += 1)))
      .digest()
      .subarray(0, size)
}

/** Time that stands still between two changes, and ids that are the same each time. */
export const openTime = (at: string): { clock: FixedClock; ids: Ids } => {
  const clock = fixedClock(new Date(at))
  return { clock, ids: createIds(counted(), clock) }
}

/** The same name, the same id. */
export const idOf = (prefix: string, name: string): string => derivedId(prefix, AGENCY, 'contoh', name)

/** Facts as they are, one change each, a second apart; what they say follows from nothing but this script. */
export const createPen = (store: Store, clock: FixedClock) => {
  let written = 0
  const write = async <K extends EntityKind>(kind: K, id: string, ...bodies: BodyOf[K][]): Promise<void> => {
    clock.advance(1)
    const op = { opId: `${OP}${(written += 1)}`, agencyId: AGENCY, by: desk }
    await store.ledger.change(kind, id, op, () => bodies)
    await store.settled()
  }
  return {
    write,
    /** So many seconds after now. */
    in: (seconds: number): string => new Date(clock.now().getTime() + seconds * 1000).toISOString(),
    /** A text that is kept beside the facts. */
    text: (about: string, body: string): Promise<{ textId: string; digest: string }> =>
      store.texts.keep(AGENCY, about, body),
  }
}
export type Pen = ReturnType<typeof createPen>
