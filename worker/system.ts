import type { Actor } from '#contracts/domain/fact.ts'

/** Who the facts of this process are by. */
export const system: Actor = { kind: 'system', id: 'worker' }
