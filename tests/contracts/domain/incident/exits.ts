import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { assignmentExits } from '#contracts/domain/incident/words.ts'
import { bearer, stoodDown } from './story.ts'

const backWithNote = { ...bearer('v1'), needId: 'n1', note: null }

/** The fact by which volunteer v1 leaves his assignment. */
export const exitBy = (exit: (typeof assignmentExits)[number]): IncidentFactBody => {
  switch (exit) {
    case 'released':
      return { type: 'assignment.released', data: backWithNote }
    case 'failed':
      return { type: 'assignment.failed', data: backWithNote }
    case 'stood_down':
      return stoodDown('v1')
    default:
      return { type: 'assignment.reassigned', data: { ...bearer('v1'), to: 'a2' } }
  }
}
