import { useEffect, useRef } from 'react'
import { useText } from '../text/context.tsx'
import { Button } from './button.tsx'

interface DiscardProps {
  /** The server has not answered yet. */
  pending?: boolean
  onKeep: () => void
  onDiscard: () => void
}

/** Shall what was typed be thrown away, or the answer not be waited for? */
export const Discard = ({ pending = false, onKeep, onDiscard }: DiscardProps) => {
  const { word } = useText()
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Whoever goes on typing goes on where he was.
    const before = document.activeElement
    keep.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <>
      <p role="alert" className="mr-auto self-center font-medium">
        {pending ? word.pendingAsk : word.discardAsk}
      </p>
      <Button ref={keep} onClick={onKeep}>
        {pending ? word.wait : word.keepTyping}
      </Button>
      <Button look="danger" onClick={onDiscard}>
        {pending ? word.close : word.discard}
      </Button>
    </>
  )
}
