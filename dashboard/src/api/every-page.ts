/** Reads page after page, each from where the one before it ended, until the server knows of no further one. */
export const everyPage = async <P extends { next: string | null }>(
  read: (from: string | null) => Promise<P>,
): Promise<P[]> => {
  const pages: P[] = []
  let from: string | null = null
  do {
    const page: P = await read(from)
    pages.push(page)
    from = page.next
  } while (from !== null)
  return pages
}
