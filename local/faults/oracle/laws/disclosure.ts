import type { Evidence, Fault, LawOf } from '../evidence.ts'

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

/** Before a yes only the coarse place is told. */
const exact = ({ dump, heard }: Evidence): Fault[] => {
  const places = new Set(
    dump.incidents.map(({ state }) => {
      const { lat, lng } = state['place'] as { lat: number; lng: number }
      return `${lat},${lng}`
    }),
  )
  return heard.flatMap(({ id, type, data }): Fault[] => {
    const place = data['place'] as { lat: number; lng: number } | undefined
    const isExact = type === 'offer.created' && place !== undefined && places.has(`${place.lat},${place.lng}`)
    return isExact ? [{ law: 'I12', subject: id, what: 'told the exact place before a yes' }] : []
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
