/** The codes of a table of labels, in the order of the table. */
export const codesOf = <K extends string>(labels: Readonly<Record<K, unknown>>): K[] =>
  Object.keys(labels) as K[]
