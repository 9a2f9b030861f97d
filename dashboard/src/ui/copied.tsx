import { Check, Clipboard } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../text/context.tsx'
import { Button } from './button.tsx'
import { Field } from './field.tsx'

interface Props {
  label: string
  value: string
  /** Said where the browser refuses the clipboard: the text is there to be selected. */
  byHand: string
  onCopied: () => void
}

/** A text to be copied, such as a secret. */
export const CopyField = ({ label, value, byHand, onCopied }: Props) => {
  const { word } = useText()
  const [state, setState] = useState<'none' | 'copied' | 'refused'>('none')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value)
      setState('copied')
      onCopied()
    } catch {
      // No clipboard (plain HTTP, or refused): it is copied by hand.
      setState('refused')
    }
  }
  return (
    <Field label={label} hint={state === 'refused' ? byHand : undefined}>
      {(wiring) => (
        <div className="flex gap-2">
          <input
            {...wiring}
            readOnly
            className="field min-w-0 flex-1 font-mono text-[0.93rem]"
            value={value}
            spellCheck={false}
            onFocus={(event) => event.target.select()}
            onCopy={() => {
              setState('copied')
              onCopied()
            }}
          />
          <Button icon={state === 'copied' ? Check : Clipboard} onClick={() => void copy()}>
            {state === 'copied' ? word.copied : word.copy}
          </Button>
        </div>
      )}
    </Field>
  )
}
