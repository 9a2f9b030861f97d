/** At most `most` pieces of work at once under one key; whoever finds no seat comes again later instead of waiting. */
export const createSeats = (most: number) => {
  const taken = new Map<string, number>()
  return {
    /** Null when all seats are taken, else what gives this one back. */
    take: (key: string): (() => void) | null => {
      const count = taken.get(key) ?? 0
      if (count >= most) return null
      taken.set(key, count + 1)
      return () => {
        const left = (taken.get(key) ?? 1) - 1
        if (left === 0) taken.delete(key)
        else taken.set(key, left)
      }
    },
  }
}
export type Seats = ReturnType<typeof createSeats>
