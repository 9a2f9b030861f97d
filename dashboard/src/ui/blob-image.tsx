import { useEffect, useRef } from 'react'

interface Props {
  /** Null: it is still on its way. */
  blob: Blob | null
  alt: string
  className: string
}

/** A picture that this screen holds; its address is given back when it leaves the screen. */
export const BlobImage = ({ blob, alt, className }: Props) => {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    if (blob === null || image.current === null) return undefined
    const url = URL.createObjectURL(blob)
    image.current.src = url
    return () => URL.revokeObjectURL(url)
  }, [blob])
  return <img ref={image} alt={alt} className={className} />
}
