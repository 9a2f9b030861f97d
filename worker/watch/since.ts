import type { Instant } from '#contracts/domain/instant.ts'

/** Since when each thing has been wrong, as far as this process has seen. */
export const createSince = <Code extends string>() => {
  const began = new Map<Code, Instant>()
  return (wrong: ReadonlySet<Code>, now: Instant): [Code, Instant][] => {
    for (const code of began.keys()) if (!wrong.has(code)) began.delete(code)
    for (const code of wrong) if (!began.has(code)) began.set(code, now)
    return [...began]
  }
}
