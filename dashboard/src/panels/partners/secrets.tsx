import { KeyRound, RotateCw } from 'lucide-react'
import { useState } from 'react'
import type { PartnerView } from '#contracts/wire/routes/partner-views.ts'
import { useMay } from '../../session/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useMoment } from '../../time/moment.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { RetireSecret } from './retire-secret.tsx'
import { RotateSecret } from './rotate-secret.tsx'

export type Direction = 'in' | 'out'
export type HeldSecret = PartnerView['secrets'][number]

interface WayProps {
  partner: PartnerView
  direction: Direction
  onRotate: (direction: Direction) => void
  onRetire: (secret: HeldSecret) => void
}

/** The secrets of one direction: one, or two while rotating. They have no names; people tell them apart by their age. */
const Way = ({ partner, direction, onRotate, onRetire }: WayProps) => {
  const { secrets: words } = useOfficeText().partners
  const may = useMay()
  const moment = useMoment()
  const held = partner.secrets.filter((secret) => secret.direction === direction)
  return (
    <div className="min-w-0 flex-1">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h4 className="font-medium">{words[direction]}</h4>
        {may('partner.connect') && held.length < 2 && (
          <Button size="small" icon={RotateCw} onClick={() => onRotate(direction)}>
            {words.rotate}
          </Button>
        )}
      </div>
      {held.length === 0 && <p className="text-soft">{words.none}</p>}
      <ul>
        {held.map((secret, index) => (
          <li
            key={secret.secretId}
            className="flex min-h-10 flex-wrap items-center justify-between gap-2 border-t border-line py-1"
          >
            <span className="flex items-center gap-2">
              <KeyRound aria-hidden size={15} className="shrink-0 text-soft" />
              <span>
                {secret.until === null ? words.lasting : words.until(moment(secret.until))}
                <span className="block text-[0.88rem] text-faint">
                  {secret.createdAt !== null && words.made(moment(secret.createdAt))}
                  {held.length > 1 && index === held.length - 1 && ` · ${words.newest}`}
                </span>
              </span>
            </span>
            {may('partner.connect') && held.length > 1 && (
              <Button size="small" look="plain" onClick={() => onRetire(secret)}>
                {words.retire}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {held.length > 1 && <p className="mt-1 text-[0.88rem] text-soft">{words.two}</p>}
    </div>
  )
}

/** With what the partner signs, and we: never shown again after it was made. */
export const Secrets = ({ partner }: { partner: PartnerView }) => {
  const { secrets: words } = useOfficeText().partners
  const [rotating, setRotating] = useState<Direction | null>(null)
  const [retiring, setRetiring] = useState<HeldSecret | null>(null)
  return (
    <Section title={words.title}>
      <div className="flex flex-col gap-x-8 gap-y-4 sm:flex-row">
        {(['in', 'out'] as const).map((direction) => (
          <Way
            key={direction}
            partner={partner}
            direction={direction}
            onRotate={setRotating}
            onRetire={setRetiring}
          />
        ))}
      </div>
      {rotating && <RotateSecret partner={partner} direction={rotating} onClose={() => setRotating(null)} />}
      {retiring && <RetireSecret partner={partner} secret={retiring} onClose={() => setRetiring(null)} />}
    </Section>
  )
}
