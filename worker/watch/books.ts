import type { CallBook } from '#contracts/store/documents.ts'
import type { WatchQueries } from '#contracts/store/watch.ts'

/** Where the books are kept: in the database, and in memory for the time that it is away. */
export interface Books {
  read: (id: string) => Promise<CallBook | null>
  /** The book as it is kept now; null when another watch was quicker. */
  keep: (book: CallBook) => Promise<CallBook | null>
}

/** `stored`: null while the database is away. What was written then is brought to it when it is back. */
export const createBooks = () => {
  const memory = new Map<string, CallBook>()
  const remember = (book: CallBook): CallBook => {
    const next = { ...book, version: book.version + 1 }
    memory.set(book._id, next)
    return next
  }
  return (stored: WatchQueries | null): Books => ({
    read: async (id) => {
      const own = memory.get(id) ?? null
      if (stored === null) return own
      const kept = await stored.book(id)
      const version = kept?.version ?? 0
      return own !== null && own.version > version ? { ...own, version } : kept
    },
    keep: async (book) => {
      if (stored === null) return remember(book)
      // Remembered first: what has been said must not be said again because the database went away just now.
      const next = remember(book)
      if (await stored.keepBook(book)) return next
      memory.delete(book._id)
      return null
    },
  })
}
