import type { Manner } from '../crowd/place.ts'
import { nothingToMend, type Fault } from './fault.ts'
import { goAway } from './gone.ts'
import { pointInside } from './inside.ts'

const lasts: Record<Exclude<Manner, 'well' | 'gone'>, Fault['lastsMs']> = {
  slow: [3000, 5000],
  failing: [2000, 5000],
  busy: [2000, 4000],
  inwards: [2000, 4000],
  garbage: [2000, 4000],
}

export const partnerFaults: readonly Fault[] = [
  ...(Object.keys(lasts) as (keyof typeof lasts)[]).map((manner): Fault => ({
    name: `partners ${manner}`,
    about: 'partner',
    lastsMs: lasts[manner],
    hurt: async ({ people }) => {
      people.behave(manner)
      return async () => people.behave('well')
    },
  })),
  { name: 'partners gone', about: 'partner', lastsMs: [2000, 4000], hurt: goAway },
  { name: 'partners point inside', about: 'partner', lastsMs: [2000, 4000], hurt: pointInside },
  {
    name: 'nothing',
    about: 'none',
    lastsMs: [500, 500],
    hurt: async () => nothingToMend,
  },
]
