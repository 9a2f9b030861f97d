import { useQuery } from '@tanstack/react-query'
import { ImageOff } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useApi } from '../../api/context.tsx'
import { keys } from '../../api/keys.ts'
import { useText } from '../../text/context.tsx'

/** How long a photo that is on no screen stays in memory. */
const KEPT_MS = 60_000

interface Props {
  photoId: string
  alt: string
  className: string
}

/** A photo, which needs the token to be read; its address is given back when it leaves the screen. */
export const PhotoImage = ({ photoId, alt, className }: Props) => {
  const { contact } = useText()
  const api = useApi()
  const image = useRef<HTMLImageElement>(null)
  const { data: bytes, isError } = useQuery({
    queryKey: keys.photo(photoId),
    queryFn: ({ signal }) => api.call('getPhoto', { params: { id: photoId } }, { signal }),
    staleTime: Infinity,
    gcTime: KEPT_MS,
  })
  useEffect(() => {
    if (bytes === undefined || image.current === null) return undefined
    const url = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }))
    image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [bytes])
  if (isError)
    return (
      <span className="flex flex-col items-center gap-1 p-2 text-[0.82rem] text-soft">
        <ImageOff aria-hidden size={18} />
        <span className="sr-only">{alt}. </span>
        {contact.lost}
      </span>
    )
  return <img ref={image} alt={alt} className={className} />
}
