/** The two tones of an alarm: pitch in hertz, begin in seconds. */
const TONES = [
  { pitch: 880, begin: 0 },
  { pitch: 659, begin: 0.26 },
] as const
const LENGTH_S = 0.24
const LOUDNESS = 0.3

const toneAt = (to: AudioContext, pitch: number, at: number): void => {
  const oscillator = to.createOscillator()
  const gain = to.createGain()
  oscillator.frequency.value = pitch
  // Rises and falls softly: a hard edge is heard as a click.
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.02)
  gain.gain.setValueAtTime(LOUDNESS, at + LENGTH_S - 0.05)
  gain.gain.linearRampToValueAtTime(0, at + LENGTH_S)
  oscillator.connect(gain).connect(to.destination)
  oscillator.start(at)
  oscillator.stop(at + LENGTH_S)
}

/**
 * The sound of an alarm, made by the browser itself. A browser stays silent until somebody has touched the page:
 * `locked` is told whenever that changes. `unlock` has to be called from a click or a key, unless the browser was started to
 * let every page sound.
 */
export const createSound = (locked: (isLocked: boolean) => void) => {
  let context: AudioContext | null = null

  return {
    unlock: async (): Promise<void> => {
      if (context === null) {
        const fresh = new AudioContext()
        fresh.addEventListener('statechange', () => {
          if (fresh === context) locked(fresh.state !== 'running')
        })
        context = fresh
      }
      const opening = context
      // Where nothing has been touched yet, this waits until something is.
      if (opening.state !== 'running') await opening.resume()
      if (opening === context) locked(opening.state !== 'running')
    },
    play: (): void => {
      if (context?.state !== 'running') return
      for (const { pitch, begin } of TONES) toneAt(context, pitch, context.currentTime + begin)
    },
    close: async (): Promise<void> => {
      const closing = context
      context = null
      locked(true)
      await closing?.close()
    },
  }
}
