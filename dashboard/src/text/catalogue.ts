import type { id } from './id.ts'

/** The same tree with any text in it: what a translation has to fill, and the compiler counts. */
export type Wide<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Wide<T[K]> }

export type Catalogue = Wide<typeof id>

/** The label of a code that came from outside; one that is younger than this page is shown as it is. */
export const labelOf = (labels: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(labels, code) ? (labels[code] ?? code) : code
