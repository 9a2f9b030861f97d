/**
 * What stands on a wall that has room for `room` rows: the worst always, the others page by page, so that everything is seen
 * without a touch. Each row once; a page is never empty.
 */
export const wallPages = <T>(rows: readonly T[], room: number): T[][] => {
  const size = Math.max(2, room)
  const [first, ...others] = rows
  if (first === undefined || rows.length <= size) return [[...rows]]
  const step = size - 1
  return Array.from({ length: Math.ceil(others.length / step) }, (_, page) => [
    first,
    ...others.slice(page * step, (page + 1) * step),
  ])
}
