import { ChevronUp, CircleHelp } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useText } from '../../text/context.tsx'
import { IconButton } from '../../ui/button.tsx'

interface Disclosure {
  id: string
  open: boolean
  toggle: () => void
}

/** The question and its answer stand at different places of a row, and belong together by this. */
export const useDisclosure = (): Disclosure => {
  const [open, setOpen] = useState(false)
  return { id: useId(), open, toggle: () => setOpen(!open) }
}

/** "Why this volunteer?" */
export const WhyButton = ({ name, of: { id, open, toggle } }: { name: string; of: Disclosure }) => {
  const { offer } = useText().incident
  return (
    <IconButton
      icon={open ? ChevronUp : CircleHelp}
      label={`${offer.why} ${name}`}
      aria-expanded={open}
      aria-controls={id}
      onClick={toggle}
    />
  )
}

export const WhyAnswer = ({ of: { id, open }, children }: { of: Disclosure; children: ReactNode }) => (
  <div id={id} hidden={!open} className="mt-1.5 border-l-2 border-line pl-3 text-ink">
    {open && children}
  </div>
)
