import { useEffect, useRef, useState } from 'react'
import { useMatch } from 'react-router'
import { useAlarms, useOpenIncidents } from '../../api/queries.ts'
import { useLive } from '../../live/provider.tsx'
import { meet, ringOf, type Met, type Ringing, type Scene } from './ring.ts'
import type { Sound } from './use-sound.ts'

const AGAIN_MS = 8000
const SILENT_AFTER_MS = 5000
/** Alarms that come within this time are said together. */
const GATHER_MS = 1000
const nothing: readonly never[] = []

/** Since when the link has been lost; null while it holds and for its first seconds of silence. */
const useSilence = (): number | null => {
  const lost = useLive(({ link }) => link === 'behind' || link === 'cut')
  const [since, setSince] = useState<number | null>(null)
  useEffect(() => {
    if (!lost) return undefined
    const timer = setTimeout(() => setSince(performance.now()), SILENT_AFTER_MS)
    return () => {
      clearTimeout(timer)
      setSince(null)
    }
  }, [lost])
  return since
}

/** The incidents that were opened here, and the critical ones that this screen has met. */
const useMemory = (incidents: Scene['incidents']): { met: Met | null; opened: ReadonlySet<string> } => {
  const ready = useLive(({ city }) => city !== null)
  const [met, setMet] = useState<Met | null>(null)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const shown = useMatch('/kejadian/:id')?.params.id
  // Remembered while drawing, so that nothing rings for the moment between two drawings.
  const nowMet = ready ? meet(met, incidents) : met
  if (nowMet !== met) setMet(nowMet)
  if (shown !== undefined && !opened.has(shown)) setOpened(new Set(opened).add(shown))
  return { met, opened }
}

/** Two tones at once and every eight seconds, never more often, as long as something rings. */
const useTones = (ring: boolean, { muted, locked, play }: Sound): void => {
  const last = useRef(-Infinity)
  useEffect(() => {
    if (!ring || muted || locked) return undefined
    const again = (): void => {
      play()
      last.current = performance.now()
      timer = setTimeout(again, AGAIN_MS)
    }
    let timer = setTimeout(again, Math.max(0, last.current + AGAIN_MS - performance.now()))
    return () => clearTimeout(timer)
  }, [ring, muted, locked, play])
}

/** Rings for what waits for a person, and hands every new alarm to `say` exactly once. */
export const useRinging = (sound: Sound, say: (news: readonly Ringing[]) => void): void => {
  const alarms = useAlarms().data
  const incidents = useOpenIncidents().data?.incidents ?? nothing
  const silentSince = useSilence()
  const memory = useMemory(incidents)
  const [spoken, setSpoken] = useState<ReadonlySet<string>>(new Set())
  const scene = {
    alarms: alarms?.alarms ?? nothing,
    faults: alarms?.system ?? nothing,
    incidents,
    silentSince,
  }
  const now = ringOf(scene, { ...memory, spoken })
  useTones(now.ring, sound)

  const latest = useRef({ news: now.say, say })
  useEffect(() => {
    latest.current = { news: now.say, say }
  })
  const first = now.say[0]?.key
  useEffect(() => {
    if (first === undefined) return undefined
    const timer = setTimeout(() => {
      const { news, say: tell } = latest.current
      tell(news)
      setSpoken((before) => new Set([...before, ...news.map(({ key }) => key)]))
    }, GATHER_MS)
    return () => clearTimeout(timer)
  }, [first])
}
