import { noNews, newsParts, type NewsPart, type Tally } from './news.ts'

/** How much of the field's news was opened here, by incident; what was opened last stands last. */
export type Opened = ReadonlyMap<string, Tally>

/** Room for the longest night; who falls out is marked again if he still has a file. */
export const MOST_KEPT = 500

const isTally = (value: unknown): value is Tally =>
  typeof value === 'object' &&
  value !== null &&
  newsParts.every((part) => part in value && Number.isSafeInteger((value as Record<string, unknown>)[part]))

/** As it was kept; whatever is no record of ours is passed over. */
const parsed = (kept: string | null): Opened => {
  try {
    const entries: unknown = JSON.parse(kept ?? '[]')
    return new Map(
      (Array.isArray(entries) ? entries : []).flatMap((entry: unknown): [string, Tally][] => {
        if (!Array.isArray(entry)) return []
        const [id, tally] = entry as unknown[]
        return typeof id === 'string' && isTally(tally) ? [[id, tally]] : []
      }),
    )
  } catch {
    return new Map()
  }
}

/** Where the desk keeps one text between two visits. */
export interface Shelf {
  read: () => string | null
  write: (text: string) => void
}

/** What this desk has opened: a store of one value that outlives the page. Ids and counts, nothing of what was written. */
export const createOpened = (shelf: Shelf) => {
  const listeners = new Set<() => void>()
  let opened = parsed(shelf.read())
  const become = (next: Opened): void => {
    opened = next
    for (const listener of listeners) listener()
  }
  return {
    view: (): Opened => opened,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** So many of this part are on the screen, or were. */
    open: (incidentId: string, part: NewsPart, count: number): void => {
      const known = opened.get(incidentId) ?? noNews
      if (known[part] >= count) return
      const others = [...opened].filter(([id]) => id !== incidentId)
      const next: [string, Tally][] = [...others, [incidentId, { ...known, [part]: count }]]
      become(new Map(next.slice(-MOST_KEPT)))
      shelf.write(JSON.stringify([...opened]))
    },
    /** Another tab of this desk has opened something. */
    again: (): void => become(parsed(shelf.read())),
  }
}
export type OpenedStore = ReturnType<typeof createOpened>
