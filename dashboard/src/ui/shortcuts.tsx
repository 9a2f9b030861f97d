import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { readChoice, writeChoice } from './choice.ts'

interface Shortcuts {
  enabled: boolean
  enable: (enabled: boolean) => void
}

const ShortcutsContext = createContext<Shortcuts | null>(null)
const choices = ['on', 'off'] as const

/** Single-letter shortcuts can be switched off: dictation and some keyboards press them by accident (WCAG 2.1.4). */
export const ShortcutsProvider = ({ children }: { children: ReactNode }) => {
  const [choice, setChoice] = useState(() => readChoice('shortcuts', choices, 'on'))
  const shortcuts = useMemo(
    () => ({
      enabled: choice === 'on',
      enable: (enabled: boolean) => {
        const next = enabled ? 'on' : 'off'
        writeChoice('shortcuts', next)
        setChoice(next)
      },
    }),
    [choice],
  )
  return <ShortcutsContext value={shortcuts}>{children}</ShortcutsContext>
}

export const useShortcutChoice = (): Shortcuts => {
  const shortcuts = use(ShortcutsContext)
  if (shortcuts === null) throw new Error('ShortcutsProvider is missing')
  return shortcuts
}

/** Somebody is writing, choosing or answering a dialog: letters belong to that. */
const isTaken = ({ target, key }: KeyboardEvent): boolean => {
  if (document.querySelector('[role="dialog"]') !== null) return true
  const writing = 'input, textarea, select, [contenteditable]'
  const takers = key === 'Enter' ? `${writing}, a, button, summary` : writing
  return target instanceof HTMLElement && target.closest(takers) !== null
}

/** Only these may be held down: they walk through a list and change nothing. */
const walking = new Set(['j', 'k'])

/** The key as the handlers name it; null: held with others, or held down where one press is one deed. */
export const pressed = (event: Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'>) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return event.repeat && !walking.has(name) ? null : name
}

/** Keys that act while nothing else wants them. The handlers may change from one drawing to the next. */
export const useShortcuts = (handlers: Readonly<Record<string, () => void>>): void => {
  const { enabled } = useShortcutChoice()
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    if (!enabled) return undefined
    const handle = (event: KeyboardEvent): void => {
      const name = isTaken(event) ? null : pressed(event)
      if (name === null) return
      const handler = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined
      if (handler === undefined) return
      event.preventDefault()
      handler()
    }
    window.addEventListener('keydown', handle)
    return () => window.removeEventListener('keydown', handle)
  }, [enabled])
}
