import { Volume2, VolumeOff, VolumeX } from 'lucide-react'
import { useText } from '../../text/context.tsx'
import { classes } from '../../ui/classes.ts'
import { Key } from '../../ui/key.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import type { Sound } from './use-sound.ts'

const icons = { on: Volume2, muted: VolumeX, locked: VolumeOff }

/** Says whether alarms are heard, and changes it. In words as soon as they are not. */
export const MuteButton = ({ sound: { muted, locked, toggle } }: { sound: Sound }) => {
  const { ringing } = useText()
  useShortcuts({ m: toggle })
  const state = muted ? 'muted' : locked ? 'locked' : 'on'
  const Icon = icons[state]
  return (
    <button
      type="button"
      onClick={toggle}
      aria-keyshortcuts="M"
      title={ringing.press[state]}
      className={classes(
        'inline-flex min-h-8 shrink-0 items-center justify-center gap-1.5 rounded-md px-2 whitespace-nowrap pointer-coarse:min-h-11 pointer-coarse:min-w-11',
        state === 'on'
          ? 'font-medium text-soft hover:bg-raised hover:text-ink'
          : 'bg-raised font-semibold text-tinggi',
      )}
    >
      <Icon aria-hidden size={17} />
      <span className={state === 'on' ? 'sr-only' : 'max-lg:sr-only'}>{ringing.state[state]}</span>
      <span className="sr-only">: {ringing.press[state]}</span>
      <Key>M</Key>
    </button>
  )
}
