import table from './egress-spellings.json' with { type: 'json' }

/** Whom a spelling means: this machine, some address inside, a name that resolves inside, or nobody at all. */
export type Kind = keyof typeof table

/** Every spelling of a kind, for listeners at this port. */
export const spellings = (kind: Kind, port: number): string[] =>
  Object.values<string[]>(table[kind])
    .flat()
    .map((url) => url.replaceAll('{port}', String(port)))

export const kinds = Object.keys(table) as Kind[]
export const everySpelling = (port: number): string[] => kinds.flatMap((kind) => spellings(kind, port))
