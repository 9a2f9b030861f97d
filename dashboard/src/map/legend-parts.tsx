import { useEffect, useRef, type ReactNode } from 'react'
import { paint, type Mark } from './marks/mark.ts'
import { usePalette } from './palette.ts'

const SIZE_PX = 18

/** The very mark of the map. */
export const MarkSample = ({ mark }: { mark: Mark }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const palette = usePalette()
  useEffect(() => {
    const ratio = Math.ceil(window.devicePixelRatio)
    if (canvas.current !== null) paint(canvas.current, mark, { size: SIZE_PX, ratio, palette })
  }, [mark, palette])
  return <canvas ref={canvas} aria-hidden className="size-[18px]" />
}

export const Entry = ({ sample, children }: { sample: ReactNode; children: ReactNode }) => (
  <li className="flex items-center gap-1.5 whitespace-nowrap">
    <span className="grid w-5 place-items-center">{sample}</span>
    {children}
  </li>
)

export const Group = ({
  name,
  heading,
  children,
}: {
  name: string
  /** Seen instead of the name, which is only heard. */
  heading?: ReactNode
  children: ReactNode
}) => (
  <div className="border-line not-first:border-t not-first:pt-2">
    {heading ?? <h3 className="sr-only">{name}</h3>}
    <ul className="grid grid-cols-2 gap-x-3 gap-y-1">{children}</ul>
  </div>
)
