import { timeline as sentences } from '../../dashboard/src/text/id/timeline.ts'
import { type Names, sentenceOf } from '../../dashboard/src/text/sentences.ts'
import { indonesian } from '#contracts/wire/labels/id.ts'
import type { FactView, IncidentDetail } from '#contracts/wire/routes/views.ts'

/** With seconds: the whole story takes less than a minute. */
const clock = new Intl.DateTimeFormat('id-ID', {
  timeZone: 'Asia/Makassar',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** One line a fact, in the words of the screen. */
export const timelineOf = (facts: readonly FactView[], detail: IncidentDetail): string[] => {
  const names = namesIn(detail)
  return facts.map(
    (fact) => `  ${clock.format(new Date(fact.at))} WITA  ${sentenceOf(sentences, fact, names)}`,
  )
}

const namesIn = ({ incident, people }: IncidentDetail): Names => ({
  who: (volunteerId) => people[volunteerId]?.displayName ?? volunteerId,
  need: (needId) => {
    const need = incident.needs.find(({ id }) => id === needId)
    return need === undefined
      ? needId
      : `${indonesian.task[need.task]} (${indonesian.vehicle[need.vehicle].toLowerCase()})`
  },
  area: (code) => code,
  incident: (id) => id,
})
