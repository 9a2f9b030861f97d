import type { RoundInput } from '../../../worker/matching/types.ts'
import { at, candidate, incident, need, round } from './given.ts'
import { random } from './problems.ts'

/** A city of 18 × 10 km in trouble. A tenth of the persons have two records. */
export const city = (seed: number, incidents: number, volunteers: number): RoundInput => {
  const next = random(seed)
  const pick = <T>(...of: [T, ...T[]]): T => of[Math.floor(next() * of.length)] ?? of[0]
  const upTo = (top: number) => Math.floor(next() * (top + 1))
  const place = () => ({ lat: -10.2 + next() * 0.09, lng: 123.54 + next() * 0.16 })
  return round(
    Array.from({ length: incidents }, (_, i) =>
      incident(`i${i}`, {
        ...place(),
        severity: pick('rendah', 'sedang', 'tinggi', 'kritis'),
        reportedAt: at(-upTo(5400)),
        drill: next() < 0.05,
        ring: upTo(1),
        askedThisSearch: [`v${upTo(volunteers)}`],
        needs: Array.from({ length: 1 + upTo(2) }, (_, n) =>
          need(`i${i}-n${n}`, {
            vehicle: pick('any', 'motorcycle', 'motorcycle', 'car', 'pickup'),
            skill: pick(null, null, null, 'p3k'),
            openSlots: 1 + upTo(2),
            openOffers: upTo(1),
          }),
        ),
      }),
    ),
    Array.from({ length: volunteers }, (_, v) =>
      candidate(`v${v}`, {
        personKey: `p${v % 10 === 9 ? v - 1 : v}`,
        vehicle: pick('motorcycle', 'motorcycle', 'motorcycle', 'car', 'pickup'),
        skills: pick<string[]>([], ['p3k']),
        duty: pick('on', 'on', 'on', 'on', 'paused'),
        claimed: next() < 0.1,
        onTrip: next() < 0.1,
        sandbox: next() < 0.2,
        askedToday: upTo(6),
        servedThisWeek: upTo(4),
        position: {
          ...place(),
          source: pick('live', 'recent', 'declared'),
          ageS: upTo(1000),
          uncertaintyM: upTo(1000),
        },
      }),
    ),
  )
}

/** The same city, asked as an agency does that has learned. */
export const learned = (input: RoundInput, seed: number): RoundInput => {
  const next = random(seed)
  const candidates = input.candidates.map((one) => ({
    ...one,
    answers: { accepted: Math.floor(next() * 9), declined: Math.floor(next() * 9), silent: 2 },
    restUntil: next() < 0.1 ? at(next() * 2000 - 1000) : null,
  }))
  return { ...input, policy: { ...input.policy, overAsk: null }, candidates }
}
