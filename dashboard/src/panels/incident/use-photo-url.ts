import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useApi } from '../../api/context.tsx'
import { keys } from '../../api/keys.ts'

/** How long a photo that is on no screen stays in memory. */
const KEPT_MS = 60_000

/** An address for a photo that needs the token to be read; it is given back when nobody shows the photo any more. */
export const usePhotoUrl = (id: string): { url: string | null; lost: boolean } => {
  const api = useApi()
  const { data: bytes, isError } = useQuery({
    queryKey: keys.photo(id),
    queryFn: ({ signal }) => api.call('getPhoto', { params: { id } }, { signal }),
    staleTime: Infinity,
    gcTime: KEPT_MS,
  })
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (bytes === undefined) return undefined
    const made = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  return { url, lost: isError }
}
