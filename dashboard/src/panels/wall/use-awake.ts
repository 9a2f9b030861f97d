import { useEffect, useState } from 'react'

/** Keeps the display from going dark while the wall is seen. False: this browser does not let us, and the wall says so. */
export const useAwake = (): boolean => {
  const [awake, setAwake] = useState(true)
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let left = false
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      if (!('wakeLock' in navigator)) return setAwake(false)
      try {
        const granted = await navigator.wakeLock.request('screen')
        if (left) return await granted.release()
        lock = granted
        setAwake(true)
      } catch {
        setAwake(false)
      }
    }
    const again = (): void => void ask()
    again()
    document.addEventListener('visibilitychange', again)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', again)
      lock?.release().catch(() => setAwake(false))
    }
  }, [])
  return awake
}
