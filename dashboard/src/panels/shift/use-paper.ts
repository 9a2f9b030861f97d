import { useEffect, useState } from 'react'

/**
 * Prints one thing of a page: it is drawn as `paper` before the browser prints, and taken away once that is done, so that
 * the browser's own printing shows the page again.
 */
export const usePaper = <T extends object>(): { paper: T | null; print: (one: T) => void } => {
  const [paper, setPaper] = useState<T | null>(null)
  useEffect(() => {
    if (paper === null) return undefined
    const done = (): void => setPaper(null)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [paper])
  return { paper, print: setPaper }
}
