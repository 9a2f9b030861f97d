import { useEffect, useRef, type RefObject } from 'react'

/**
 * A field that cannot be typed in loses the focus. While the server is waited for it stands on the button that was pressed, and
 * where nothing was saved it goes back to where somebody was. Call what is returned when he presses.
 */
export const useHeldFocus = (held: boolean, button: RefObject<HTMLButtonElement | null>): (() => void) => {
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (!held || before.current === null || before.current === button.current) return undefined
    const pressed = button.current
    const field = before.current
    pressed?.focus()
    return () => {
      const isFree = document.activeElement === pressed || document.activeElement === document.body
      if (isFree && field instanceof HTMLElement) field.focus()
    }
  }, [held, button])
  return () => {
    before.current = document.activeElement
  }
}
