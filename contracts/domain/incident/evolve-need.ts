import type { IncidentFact } from './facts.ts'
import { raise } from './alarms.ts'
import { needOf } from './read.ts'
import type { Incident, Need } from './state.ts'

type NeedFact = Extract<
  IncidentFact,
  {
    type:
      | 'need.added'
      | 'need.changed'
      | 'need.dropped'
      | 'need.asking'
      | 'need.filled'
      | 'need.stalled'
      | 'need.stall_explained'
      | 'search.repeated'
      | 'search.widened'
      | 'wave.opened'
  }
>

const withNeed = (state: Incident, needId: string, change: (need: Need) => Need): Incident => ({
  ...state,
  needs: state.needs.map((need) => (need.id === needId ? change(need) : need)),
})

/** A filled need lost somebody: its deadline starts anew. */
const lacksAgain = (state: Incident, needId: string, at: string): Incident => ({
  ...withNeed(state, needId, (need) => ({ ...need, openSince: at })),
  missed: state.missed.filter((deadline) => deadline !== `accept:${needId}`),
})

/** What is asked for, and how the asking goes on. */
export const evolveNeed = (state: Incident, fact: NeedFact): Incident => {
  switch (fact.type) {
    case 'need.added': {
      const { needId, ...need } = fact.data
      return {
        ...state,
        needs: [...state.needs, { id: needId, ...need, status: 'open', openSince: fact.at, stalled: null }],
        nextWaveAt: fact.at,
      }
    }
    case 'need.changed': {
      const { needId, ...change } = fact.data
      return {
        ...withNeed(state, needId, (need) => ({ ...need, ...change })),
        nextWaveAt: fact.at,
      }
    }
    case 'need.dropped':
      return { ...state, needs: state.needs.filter((need) => need.id !== fact.data.needId) }
    case 'need.asking': {
      const { needId } = fact.data
      const short = needOf(state, needId)?.status === 'filled' ? lacksAgain(state, needId, fact.at) : state
      return withNeed(short, needId, (need) => ({ ...need, status: 'asking', stalled: null }))
    }
    case 'need.filled':
      return withNeed(state, fact.data.needId, (need) => ({ ...need, status: 'filled', stalled: null }))
    case 'need.stalled': {
      const { needId, ...stalled } = fact.data
      const next = withNeed(state, needId, (need) => ({
        ...need,
        status: 'stalled',
        stalled: { ...stalled, since: fact.at },
      }))
      return raise(next, {
        id: `stalled:${needId}`,
        what: 'stalled',
        detail: 'stalled',
        subject: needId,
        since: fact.at,
      })
    }
    case 'need.stall_explained': {
      const { needId, considered, reasons, remedies } = fact.data
      return withNeed(state, needId, ({ stalled, ...need }) => ({
        ...need,
        stalled: stalled && { ...stalled, considered, reasons, remedies, asOf: fact.at },
      }))
    }
    case 'search.repeated': {
      const { search, stillAsked = [] } = fact.data
      const asked = state.asked.map((line) =>
        stillAsked.includes(line.offerId) ? { ...line, search } : line,
      )
      return { ...state, asked, search, ring: 0, nextWaveAt: fact.at }
    }
    case 'search.widened':
      return { ...state, ring: fact.data.ring, nextWaveAt: fact.at }
    case 'wave.opened':
      return {
        ...state,
        wave: fact.data.wave,
        ring: Math.max(state.ring, fact.data.ring),
        nextWaveAt: fact.data.nextWaveAt,
      }
    default:
      fact satisfies never
      return state
  }
}
