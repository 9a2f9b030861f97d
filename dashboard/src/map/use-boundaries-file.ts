import { useQuery } from '@tanstack/react-query'
import { keys } from '../api/keys.ts'
import { fetchBoundaries, type BoundariesFile } from './boundaries-file.ts'

/** The boundaries that the agency configured, read once; null without them, and while they are on their way. */
export const useBoundariesFile = (): BoundariesFile | null =>
  useQuery({
    queryKey: keys.boundaries,
    queryFn: ({ signal }) => fetchBoundaries(signal),
    staleTime: Infinity,
  }).data ?? null
