import { useMedia } from './use-media.ts'

/** Is the window at least this wide, in rem? Only for what has to exist in one place or the other; CSS does the rest. */
export const useWide = (rem: number): boolean => useMedia(`(width >= ${String(rem)}rem)`)
