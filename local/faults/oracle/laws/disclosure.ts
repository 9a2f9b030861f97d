import type { Evidence, Fault, LawOf } from '../evidence.ts'
import { metresBetween } from '../metres.ts'

const found = (text: string, secret: string | RegExp): boolean =>
  typeof secret === 'string' ? text.includes(secret) : secret.test(text)

/** Nothing of who reported or drives stands where it may not. */
const spilled = ({ logs, secrets, heard }: Evidence): Fault[] => {
  const offers = heard
    .filter(({ type }) => type === 'offer.created')
    .map(({ data }) => JSON.stringify(data))
    .join('\n')
  return Object.entries({ ...logs, 'what is told before a yes': offers }).flatMap(([where, text]) =>
    secrets
      .filter((secret) => found(text, secret))
      .map((secret): Fault => ({ law: 'I12', subject: where, what: `tells ${String(secret)}` })),
  )
}

/**
 * What is told before a yes is the middle of a cell of 500 m. The spots of this harness lie at least 96 m from theirs, so that
 * whatever comes nearer than this was told by somebody who knew better.
 */
export const TOO_NEAR_M = 50

/** Before a yes only the coarse place is told. */
const exact = ({ dump, heard }: Evidence): Fault[] => {
  const places = new Map(
    dump.incidents.map(({ state }) => [
      String(state['number']),
      state['place'] as { lat: number; lng: number },
    ]),
  )
  return heard.flatMap(({ id, type, data }): Fault[] => {
    if (type !== 'offer.created') return []
    const told = data['place'] as { lat: number; lng: number } | undefined
    const place = places.get(String((data['incident'] as { code?: unknown } | undefined)?.code))
    if (told === undefined || place === undefined)
      return [{ law: 'I12', subject: id, what: 'told of a place or an incident that nobody knows' }]
    const metres = metresBetween(told, place)
    return metres >= TOO_NEAR_M
      ? []
      : [{ law: 'I12', subject: id, what: `told the place to ${Math.round(metres)} m before a yes` }]
  })
}

/** I12, and I13 as far as it asks who did it. */
export const disclosure: LawOf = (evidence) => [
  ...spilled(evidence),
  ...exact(evidence),
  ...evidence.dump.facts
    .filter(({ by, opId }) => !by?.id || !opId)
    .map(({ _id }): Fault => ({ law: 'I13', subject: _id, what: 'does not say who did it, or by what' })),
]
