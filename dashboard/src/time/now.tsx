import { createContext, use, useEffect, useState } from 'react'
import type { ServerClock } from '../api/server-clock.ts'

const ClockContext = createContext<Pick<ServerClock, 'now' | 'at'> | null>(null)
export const ClockProvider = ClockContext.Provider

export const useClock = (): Pick<ServerClock, 'now' | 'at'> => {
  const clock = use(ClockContext)
  if (clock === null) throw new Error('ClockProvider is missing')
  return clock
}

/** The server's time in milliseconds, renewed every `stepMs`. Only what shows a running time should use it. */
export const useNow = (stepMs = 1000): number => {
  const clock = useClock()
  const [now, setNow] = useState(clock.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), stepMs)
    return () => clearInterval(timer)
  }, [clock, stepMs])
  return now
}
