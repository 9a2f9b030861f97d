import { useEffect, useRef, useState } from 'react'
import { useLive } from '../../live/provider.tsx'
import { useText } from '../../text/context.tsx'
import { useAreas } from '../shared/areas.ts'
import { newsSince, type News } from './news.ts'
import { newsSentence } from './words.ts'

/** What comes within this time is said together. */
const GATHER_MS = 1500

/** Speaks one polite sentence when the team has written; what was there when the screen opened is not news. It makes no sound: that is kept for alarms. */
export const NewsAnnouncer = () => {
  const text = useText()
  const areas = useAreas()
  const incidents = useLive(({ city }) => city?.incidents)
  const last = useRef(incidents)
  const gathered = useRef<News[]>([])
  const [waiting, setWaiting] = useState(false)
  const [said, setSaid] = useState<{ news: readonly News[]; count: number } | null>(null)
  useEffect(() => {
    if (incidents === undefined) return
    const news = last.current === undefined ? [] : newsSince(last.current, incidents)
    last.current = incidents
    if (news.length === 0) return
    gathered.current = [...gathered.current, ...news]
    setWaiting(true)
  }, [incidents])
  useEffect(() => {
    if (!waiting) return undefined
    const timer = setTimeout(() => {
      const news = gathered.current
      gathered.current = []
      setSaid((before) => ({ news, count: (before?.count ?? 0) + 1 }))
      setWaiting(false)
    }, GATHER_MS)
    return () => clearTimeout(timer)
  }, [waiting])
  return (
    <div aria-live="polite" className="sr-only">
      {said && <p key={said.count}>{newsSentence(text, areas, said.news)}</p>}
    </div>
  )
}
