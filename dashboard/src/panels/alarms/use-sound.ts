import { useCallback, useEffect, useState } from 'react'
import { choiceChanged, readChoice, writeChoice } from '../../ui/choice.ts'
import { createSound } from './sound.ts'

/** The sound of this screen, as the mute button and the ringing share it. */
export interface Sound {
  muted: boolean
  /** The browser does not let us make a sound yet, or cannot. */
  locked: boolean
  play: () => void
  /** Mutes or unmutes; while it is locked and not muted, the press only unlocks. */
  toggle: () => void
}

const choices = ['on', 'muted'] as const
const readMuted = (): boolean => readChoice('sound', choices, 'on') === 'muted'

/** Is unlocked by the sign-in, by the first click or key on this page, or at once where the browser was started to allow it. */
export const useSound = (): Sound => {
  const [muted, setMuted] = useState(readMuted)
  const [locked, setLocked] = useState(true)
  const [sound] = useState(() => createSound(setLocked))

  useEffect(() => {
    const unlock = (): void => {
      sound.unlock().catch(() => setLocked(true))
    }
    const follow = (event: StorageEvent): void => {
      if (choiceChanged(event, 'sound')) setMuted(readMuted())
    }
    // A wall that is started with leave to sound has nobody who touches it; any other browser just stays silent here.
    unlock()
    window.addEventListener('click', unlock, true)
    window.addEventListener('keydown', unlock, true)
    window.addEventListener('storage', follow)
    return () => {
      window.removeEventListener('click', unlock, true)
      window.removeEventListener('keydown', unlock, true)
      window.removeEventListener('storage', follow)
      sound.close().catch(() => setLocked(true))
    }
  }, [sound])

  const toggle = useCallback(() => {
    if (locked && !muted) return
    writeChoice('sound', muted ? 'on' : 'muted')
    setMuted(!muted)
  }, [locked, muted])
  return { muted, locked, play: sound.play, toggle }
}
