import { useCallback, useState, type RefCallback } from 'react'

/** How many rows of this height, in rem, fit into the element that gets the ref. */
export const useRoom = (rowRem: number): [RefCallback<HTMLElement>, number] => {
  const [room, setRoom] = useState(1)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return undefined
      const measure = (): void => {
        const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
        setRoom(Math.max(1, Math.floor(element.clientHeight / (rowRem * rem))))
      }
      const observer = new ResizeObserver(measure)
      observer.observe(element)
      measure()
      return () => observer.disconnect()
    },
    [rowRem],
  )
  return [ref, room]
}
