import { severities, type Severity } from '#contracts/domain/words.ts'
import { peopleStates, type MapIncident, type MapVolunteer } from './model.ts'
import type { MapText } from './text.ts'

interface Shown {
  incidents: readonly MapIncident[]
  volunteers: readonly MapVolunteer[]
}

/** `3 kritis, 1 sedang`: the counts that are not zero. */
const counted = <Name extends string>(
  names: readonly Name[],
  words: Readonly<Record<Name, string>>,
  has: (name: Name) => number,
): string =>
  names
    .map((name) => ({ word: words[name].toLowerCase(), count: has(name) }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${String(count)} ${word}`)
    .join(', ')

/** What the map shows, in one sentence for who does not see it. */
export const summaryOf = (
  { incidents, volunteers }: Shown,
  text: MapText,
  severity: Readonly<Record<Severity, string>>,
): string => {
  const grave = counted(
    severities.toReversed(),
    severity,
    (name) => incidents.filter((incident) => incident.severity === name).length,
  )
  const people = counted(
    peopleStates.filter((state) => state !== 'off'),
    text.people,
    (name) => volunteers.filter(({ state }) => state === name).length,
  )
  const all = text.incidents(incidents.length)
  return text.summary(
    grave === '' ? all : `${all}: ${grave}`,
    `${text.peopleGroup}: ${people === '' ? text.nobody : people}`,
  )
}
