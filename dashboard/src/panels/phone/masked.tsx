import { Phone } from 'lucide-react'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'

interface Props {
  masked: string
  /** Whose number it is, for those who hear the button only. */
  name: string
  /** Undefined: he may not. */
  onShow: (() => void) | undefined
}

/** A number with its middle hidden, and the way to see it. */
export const MaskedPhone = ({ masked, name, onShow }: Props) => {
  const { phone: words } = useText()
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="proportional-nums">{masked}</span>
      {onShow && (
        <Button size="small" icon={Phone} aria-label={words.title(name)} onClick={onShow}>
          {words.show}
        </Button>
      )}
    </span>
  )
}
