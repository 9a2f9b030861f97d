import { useState } from 'react'
import { useText } from '../../text/context.tsx'
import { isUrgent, sentenceOf } from './sentence.ts'
import { useAlarmWatch } from './use-alarm-watch.ts'
import { useRinging } from './use-ringing.ts'
import type { Sound } from './use-sound.ts'

interface Said {
  sentence: string
  urgent: boolean
  count: number
}

/** Rings, and speaks one sentence for each new alarm to those who listen to the screen. */
export const Announcer = ({ sound }: { sound: Sound }) => {
  const text = useText()
  const [said, setSaid] = useState<Said | null>(null)
  useAlarmWatch()
  useRinging(sound, (news) =>
    setSaid((before) => ({
      sentence: sentenceOf(text, news),
      urgent: isUrgent(news),
      count: (before?.count ?? 0) + 1,
    })),
  )
  // A new key: the same sentence about another alarm is spoken again.
  const spoken = said && <p key={said.count}>{said.sentence}</p>
  return (
    <div className="sr-only">
      <div aria-live="polite">{said?.urgent === false && spoken}</div>
      <div aria-live="assertive">{said?.urgent === true && spoken}</div>
    </div>
  )
}
