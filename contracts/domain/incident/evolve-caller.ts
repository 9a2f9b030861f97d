import type { IncidentFact } from './facts.ts'
import type { Incident } from './state.ts'

type CallerFact = Extract<IncidentFact, { type: 'callback.planned' | 'callback.done' | 'phone.shown' }>

/** Who is to be called back, and who was. */
export const evolveCaller = (state: Incident, fact: CallerFact): Incident => {
  switch (fact.type) {
    case 'callback.planned':
      return {
        ...state,
        callback: { at: fact.data.at, plannedAt: fact.at, doneAt: null },
        // A new promise has a time of its own, which can be missed again.
        missed: state.missed.filter((deadline) => deadline !== `callback:${state.id}`),
      }
    case 'callback.done':
      return state.callback === undefined
        ? state
        : { ...state, callback: { ...state.callback, doneAt: fact.at } }
    case 'phone.shown':
      return state
    default:
      fact satisfies never
      return state
  }
}
