import { labelOf, type Catalogue } from '../../text/catalogue.ts'
import { sayingOf } from './saying.ts'
import type { Ringing } from './ring.ts'

type Words = Pick<Catalogue, 'ringing' | 'incident' | 'labels' | 'match' | 'word'>
type Where = Pick<Extract<Ringing, { what: 'critical' }>['incident'], 'hazard' | 'title' | 'drill'>

export const whereOf = (
  { labels, word }: Pick<Words, 'labels' | 'word'>,
  { hazard, title, drill }: Where,
): string => {
  const where = `${labels.hazard[hazard].toLowerCase()}, ${title}`
  return drill ? `${where} (${word.drill})` : where
}

const oneOf = (words: Words, said: Ringing): string => {
  switch (said.what) {
    case 'critical':
      return words.ringing.critical(whereOf(words, said.incident))
    case 'fault':
      return labelOf(words.match.system, said.code)
    case 'silence':
      return words.ringing.silence
    default: {
      const saying = sayingOf(words.incident, said.alarm, null)
      if (said.incident !== undefined) return `${saying}: ${whereOf(words, said.incident)}`
      return said.alarm.drill ? `${saying} (${words.word.drill})` : saying
    }
  }
}

const order = ['sos', 'critical', 'undelivered', 'stalled', 'deadline', 'silence', 'fault'] as const

/** A call for help and a critical incident interrupt what is being read; the rest waits for its turn. */
export const isUrgent = (say: readonly Ringing[]): boolean =>
  say.some(({ what }) => what === 'sos' || what === 'critical')

/** One sentence: the alarm itself, or how many of each kind there are when several come at once. */
export const sentenceOf = (words: Words, say: readonly Ringing[]): string => {
  const [only] = say
  if (only !== undefined && say.length === 1) return oneOf(words, only)
  const counts = order.flatMap((what) => {
    const count = say.filter((said) => said.what === what).length
    return count === 0 ? [] : [words.ringing.counts[what](count)]
  })
  return words.ringing.several(say.length, counts.join(', '))
}
