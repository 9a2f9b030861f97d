import { useState } from 'react'

export interface Copying {
  copy: (text: string) => Promise<void>
  /** The browser would not (plain HTTP, or not allowed): what is to be copied has to be there to be selected. */
  refused: boolean
}

/** Puts a text on the clipboard; `onCopied` once it is there. */
export const useCopy = (onCopied: () => void): Copying => {
  const [refused, setRefused] = useState(false)
  const copy = async (text: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setRefused(false)
      onCopied()
    } catch {
      // Whoever pressed the button sees that it was refused, and the text.
      setRefused(true)
    }
  }
  return { copy, refused }
}
