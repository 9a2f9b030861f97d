import { Phone } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../../text/context.tsx'
import { duration } from '../../time/duration.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/dialog.tsx'

const SHOWN_S = 60

interface Props {
  name: string
  /** Null: the answer that showed it got lost on its way, or nobody knows it. */
  phone: string | null
  onClose: () => void
}

/** A number in the clear, to be called; gone after a minute. */
export const ShownNumber = ({ name, phone, onClose }: Props) => {
  const { phone: words, word } = useText()
  const [left, setLeft] = useState(SHOWN_S)
  useEffect(() => {
    const until = performance.now() + SHOWN_S * 1000
    const timer = setInterval(() => {
      const rest = Math.ceil((until - performance.now()) / 1000)
      if (rest > 0) setLeft(rest)
      else onClose()
    }, 250)
    return () => clearInterval(timer)
  }, [onClose])
  return (
    <Modal title={words.of(name)} onClose={onClose}>
      <div className="flex flex-col gap-3 px-4 pt-1 pb-5 sm:px-5">
        {phone === null ? (
          <p>{words.lost}</p>
        ) : (
          <>
            <p className="text-[1.6rem] font-semibold tracking-wide">{phone}</p>
            <a
              href={`tel:${phone}`}
              className="inline-flex min-h-11 items-center justify-center gap-2 rounded-md bg-accent px-4 font-semibold text-on-accent hover:brightness-110"
            >
              <Phone aria-hidden size={18} />
              {words.call}
            </a>
          </>
        )}
        <p className="text-soft">
          {words.recorded} {phone !== null && words.left(duration(left))}
        </p>
        <Button className="self-end" onClick={onClose}>
          {word.close}
        </Button>
      </div>
    </Modal>
  )
}
