import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../text/context.tsx'
import { Button } from './button.tsx'
import { CopyField } from './copied.tsx'
import { Modal } from './dialog.tsx'

interface Props {
  title: string
  warning: string
  /** Empty: the answer that showed them got lost on its way. */
  values: readonly { label: string; value: string }[]
  /** Said when there is nothing to show. */
  lost: string
  onClose: () => void
}

/** Shows what is shown one time: it must be copied, or be thrown away on purpose. It is kept nowhere on this screen. */
export const ShownOnce = ({ title, warning, values, lost, onClose }: Props) => {
  const { once } = useText()
  const [copied, setCopied] = useState<readonly string[]>([])
  const [warned, setWarned] = useState(false)
  const close = (): void => {
    if (warned || values.every(({ label }) => copied.includes(label))) onClose()
    else setWarned(true)
  }
  return (
    <Modal title={title} onClose={close}>
      <div className="flex flex-col gap-3.5 overflow-y-auto px-4 pt-1 pb-5 sm:px-5">
        <p className="flex items-start gap-2 rounded-md border border-tinggi-mark/60 px-3 py-2.5 font-medium">
          <TriangleAlert aria-hidden size={18} className="mt-px shrink-0 text-tinggi" />
          {values.length === 0 ? lost : warning}
        </p>
        {values.map(({ label, value }) => (
          <CopyField
            key={label}
            label={label}
            value={value}
            byHand={once.byHand}
            onCopied={() => setCopied((known) => [...known, label])}
          />
        ))}
        {warned && (
          <p role="alert" className="font-medium text-kritis">
            {once.unsaved}
          </p>
        )}
        <Button look="primary" className="self-end" onClick={close}>
          {values.length === 0 ? once.understood : once.done}
        </Button>
      </div>
    </Modal>
  )
}
