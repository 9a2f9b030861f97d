import type { IncidentFact } from './facts.ts'
import type { Assignment, Incident } from './state.ts'
import type { AssignmentState } from './words.ts'

type AssignmentFact = Extract<
  IncidentFact,
  {
    type:
      | 'assignment.progressed'
      | 'assignment.released'
      | 'assignment.failed'
      | 'assignment.stood_down'
      | 'assignment.reassigned'
      | 'assignment.acknowledged'
  }
>

export const withAssignment = (
  state: Incident,
  assignmentId: string,
  change: (assignment: Assignment) => Assignment,
): Incident => ({
  ...state,
  assignments: state.assignments.map((a) => (a.id === assignmentId ? change(a) : a)),
})

const reach = (assignment: Assignment, to: AssignmentState, at: string): Assignment => ({
  ...assignment,
  state: to,
  times: { ...assignment.times, [to]: at },
})

/** The slot is empty again: the round looks for somebody else at once. */
const giveBack = (state: Incident, assignmentId: string, to: AssignmentState, at: string): Incident => ({
  ...withAssignment(state, assignmentId, (a) => reach(a, to, at)),
  nextWaveAt: at,
})

/** People at work: steps, exits, receipts. */
export const evolveAssignment = (state: Incident, fact: AssignmentFact): Incident => {
  switch (fact.type) {
    case 'assignment.progressed': {
      const { assignmentId, state: to, at, point } = fact.data
      return withAssignment(state, assignmentId, (a) => ({
        ...reach(a, to, at),
        lastPoint: point ?? a.lastPoint,
      }))
    }
    case 'assignment.released':
      return giveBack(state, fact.data.assignmentId, 'released', fact.at)
    case 'assignment.failed':
      return giveBack(state, fact.data.assignmentId, 'failed', fact.at)
    case 'assignment.stood_down':
      return giveBack(state, fact.data.assignmentId, 'stood_down', fact.at)
    case 'assignment.reassigned':
      return giveBack(state, fact.data.assignmentId, 'reassigned', fact.at)
    case 'assignment.acknowledged': {
      const { assignmentId, what, how } = fact.data
      return withAssignment(state, assignmentId, (a) => ({ ...a, acks: { ...a.acks, [what]: how } }))
    }
    default:
      fact satisfies never
      return state
  }
}
