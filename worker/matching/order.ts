/** Compares by a text key, by code unit: the same on every machine, unlike localeCompare. */
export const by =
  <T>(key: (item: T) => string) =>
  (a: T, b: T): number => {
    const [left, right] = [key(a), key(b)]
    return left < right ? -1 : left > right ? 1 : 0
  }
