import { useEffect } from 'react'

/** While the page holds what nobody else has, the browser asks before it closes or reloads it. */
export const useKeepPage = (holds: boolean): void => {
  useEffect(() => {
    if (!holds) return undefined
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [holds])
}
