import { useEffect, useState } from 'react'

/** Long enough to read a page aloud. */
const TURN_MS = 12_000

export interface Turning {
  page: number
  paused: boolean
  pause: (paused: boolean) => void
}

/** Turns the pages of a wall, one after the other, until somebody holds it. */
export const useTurning = (pages: number): Turning => {
  const [turn, setTurn] = useState(0)
  const [paused, pause] = useState(false)
  const isTurning = pages > 1 && !paused
  useEffect(() => {
    if (!isTurning) return undefined
    const timer = setInterval(() => setTurn((before) => before + 1), TURN_MS)
    return () => clearInterval(timer)
  }, [isTurning])
  return { page: pages === 0 ? 0 : turn % pages, paused, pause }
}
