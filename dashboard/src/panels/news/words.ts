import type { Catalogue } from '../../text/catalogue.ts'
import { whereOf } from '../alarms/sentence.ts'
import type { Areas } from '../shared/areas.ts'
import { newsParts, noNews, plus, type News, type Tally } from './news.ts'

/** `2 pesan, 1 foto` */
export const countsOf = ({ contact }: Pick<Catalogue, 'contact'>, tally: Tally): string =>
  newsParts.flatMap((part) => (tally[part] === 0 ? [] : [contact.news.parts[part](tally[part])])).join(', ')

/** One sentence for what came within a moment, with the place when it was one. */
export const newsSentence = (
  text: Pick<Catalogue, 'contact' | 'labels' | 'word'>,
  areas: Pick<Areas, 'nameOf'>,
  news: readonly News[],
): string => {
  const { heard, heardOfMany } = text.contact.news
  const counts = countsOf(
    text,
    news.reduce((sum, { tally }) => plus(sum, tally), noNews),
  )
  const [first] = news
  const files = new Set(news.map(({ incident }) => incident.id)).size
  if (first === undefined || files > 1) return heardOfMany(counts, files)
  const { hazard, place, drill } = first.incident
  return heard(counts, whereOf(text, { hazard, title: areas.nameOf(place), drill }))
}
