import { CircleCheck } from 'lucide-react'
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react'

/** Says that the server has done something: shown for a while, and spoken. */
export type Announce = (saying: string) => void

const ToastContext = createContext<Announce | null>(null)

export const useAnnounce = (): Announce => {
  const announce = use(ToastContext)
  if (announce === null) throw new Error('Toasts is missing')
  return announce
}

const SHOWN_MS = 5000

export const Toasts = ({ children }: { children: ReactNode }) => {
  const [said, setSaid] = useState<{ saying: string; count: number } | null>(null)
  const announce = useCallback<Announce>((saying) => {
    setSaid((before) => ({ saying, count: (before?.count ?? 0) + 1 }))
  }, [])
  useEffect(() => {
    if (said === null) return undefined
    const timer = setTimeout(() => setSaid(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <ToastContext value={announce}>
      {children}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 bottom-20 z-60 flex justify-center px-4 md:bottom-6"
      >
        {said && (
          <p
            key={said.count}
            className="flex items-center gap-2 rounded-lg bg-ink px-3.5 py-2 font-medium text-panel shadow-xl"
          >
            <CircleCheck aria-hidden size={17} />
            {said.saying}
          </p>
        )}
      </div>
    </ToastContext>
  )
}
