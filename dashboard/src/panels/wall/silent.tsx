import { VolumeOff } from 'lucide-react'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import type { Sound } from '../alarms/use-sound.ts'

/** After a reload nobody hears this wall until it is touched: the room has to know. */
export const WallSilent = ({ sound: { locked, muted } }: { sound: Sound }) => {
  const { wall } = useOfficeText()
  if (!locked || muted) return null
  return (
    <p className="flex min-h-12 shrink-0 items-center gap-3 border-b border-line bg-raised px-4 text-[1.25rem] font-semibold">
      <VolumeOff aria-hidden size={24} className="shrink-0 text-tinggi" />
      {wall.soundLocked}
    </p>
  )
}
