import { useQuery } from '@tanstack/react-query'
import { ImageOff } from 'lucide-react'
import { useMemo } from 'react'
import { useApi } from '../../api/context.tsx'
import { keys } from '../../api/keys.ts'
import { useText } from '../../text/context.tsx'
import { BlobImage } from '../../ui/blob-image.tsx'

/** How long a photo that is on no screen stays in memory. */
const KEPT_MS = 60_000

interface Props {
  photoId: string
  alt: string
  className: string
}

/** A photo, which needs the token to be read. */
export const PhotoImage = ({ photoId, alt, className }: Props) => {
  const { contact } = useText()
  const api = useApi()
  const { data: bytes, isError } = useQuery({
    queryKey: keys.photo(photoId),
    queryFn: ({ signal }) => api.call('getPhoto', { params: { id: photoId } }, { signal }),
    staleTime: Infinity,
    gcTime: KEPT_MS,
  })
  const blob = useMemo(() => (bytes ? new Blob([bytes], { type: 'image/jpeg' }) : null), [bytes])
  if (isError)
    return (
      <span className="flex flex-col items-center gap-1 p-2 text-[0.82rem] text-soft">
        <ImageOff aria-hidden size={18} />
        <span className="sr-only">{alt}. </span>
        {contact.lost}
      </span>
    )
  return <BlobImage blob={blob} alt={alt} className={className} />
}
