import { Clipboard, Printer } from 'lucide-react'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { useCopy } from '../../ui/use-copy.ts'

/** A report as it will be pasted: what is shown is what is copied. */
export const CopyText = ({ text, label }: { text: string; label: string }) => {
  const { reports } = useOfficeText()
  const announce = useAnnounce()
  const { copy, refused } = useCopy(() => announce(reports.copied))
  const byHand = refused || navigator.clipboard === undefined
  useShortcuts({ c: () => void copy(text), p: () => window.print() })
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button look="primary" icon={Clipboard} shortcut="C" onClick={() => void copy(text)}>
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
