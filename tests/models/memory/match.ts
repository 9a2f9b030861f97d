export type Doc = Record<string, unknown> & { _id: string }
type Plain = Record<string, unknown>

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What lies at a dotted path; an array on the way gives what lies below each of its items. */
export const valuesAt = (value: unknown, path: readonly string[]): unknown[] => {
  const [key, ...rest] = path
  if (key === undefined) return Array.isArray(value) ? [value, ...value] : [value]
  if (Array.isArray(value) && !/^\d+$/.test(key)) return value.flatMap((item) => valuesAt(item, path))
  return isPlain(value) || Array.isArray(value) ? valuesAt((value as Plain)[key], rest) : [undefined]
}

const operators: Record<string, (value: unknown, wanted: never) => boolean> = {
  $in: (value, wanted: unknown[]) => wanted.includes(value),
  $nin: (value, wanted: unknown[]) => !wanted.includes(value),
  $ne: (value, wanted) => value !== wanted,
  $gt: (value, wanted: string | number) => (value as string | number) > wanted,
  $lt: (value, wanted: string | number) => (value as string | number) < wanted,
  $lte: (value, wanted: string | number) => value !== null && (value as string | number) <= wanted,
  $exists: (value, wanted) => (value !== undefined) === wanted,
}

const holds = (values: readonly unknown[], wanted: unknown): boolean => {
  const entries = isPlain(wanted) ? Object.entries(wanted) : []
  if (entries.length === 0 || !entries.every(([name]) => name.startsWith('$'))) return values.includes(wanted)
  return entries.every(([name, operand]) => {
    const operator = operators[name]
    if (operator === undefined) throw new Error(`the memory knows no ${name}`)
    return values.some((value) => operator(value, operand as never))
  })
}

/** Does a document fit a filter, as far as the store asks? Throws on what it does not know. */
export const fits = (doc: Doc, filter: Plain): boolean =>
  Object.entries(filter).every(([path, wanted]) =>
    path === '$or'
      ? (wanted as Plain[]).some((one) => fits(doc, one))
      : holds(valuesAt(doc, path.split('.')), wanted),
  )

/** Changes a document in place. */
export const apply = (doc: Plain, update: Plain): void => {
  for (const [name, change] of Object.entries(update))
    for (const [key, operand] of Object.entries(change as Plain)) {
      const list = (doc[key] ?? []) as Plain[]
      if (name === '$set') doc[key] = structuredClone(operand)
      else if (name === '$push')
        doc[key] = [...list, ...structuredClone((operand as { $each: unknown[] }).$each)]
      else if (name === '$pull') doc[key] = list.filter((item) => !fits(item as Doc, operand as Plain))
      else if (name === '$max') doc[key] = Math.max(Number(doc[key] ?? 0), Number(operand))
      else throw new Error(`the memory knows no ${name}`)
    }
}
