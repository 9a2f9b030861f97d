import { Clipboard, Printer } from 'lucide-react'
import { useState } from 'react'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

/** A report as it will be pasted: what is shown is what is copied. */
export const CopyText = ({ text, label }: { text: string; label: string }) => {
  const { reports } = useOfficeText()
  const announce = useAnnounce()
  const [byHand, setByHand] = useState(navigator.clipboard === undefined)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      announce(reports.copied)
    } catch {
      // The browser refuses the clipboard: the text is there to be selected.
      setByHand(true)
    }
  }
  useShortcuts({ c: () => void copy(), p: () => window.print() })
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button look="primary" icon={Clipboard} shortcut="C" onClick={() => void copy()}>
          {reports.copy}
        </Button>
        <Button icon={Printer} shortcut="P" onClick={() => window.print()}>
          {reports.print}
        </Button>
      </div>
      <pre
        // A scrolling part of the page must be reachable by keyboard.
        tabIndex={0}
        role="document"
        aria-label={label}
        className="max-w-[46rem] rounded-lg border border-line bg-panel px-4 py-3 font-sans leading-relaxed break-words whitespace-pre-wrap print:border-0 print:p-0"
      >
        {text}
      </pre>
      {byHand && <p className="text-soft print:hidden">{reports.copyByHand}</p>}
    </div>
  )
}
