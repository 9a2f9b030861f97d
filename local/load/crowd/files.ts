import type { Known } from '../../faults/crowd/drivers.ts'
import type { Figures } from './figures.ts'

interface File extends Known {
  quantity: number
  dispatchedAt: number | null
  isAsked: boolean
  tasks: Set<string>
}

/** What the crowd knows of each incident, by its number; how long people wait is measured here. */
export const createFiles = (figures: Figures) => {
  const files = new Map<string, File>()
  const known = (number: string): File => {
    const one = files.get(number) ?? {
      id: null,
      confirmed: new Map(),
      quantity: 0,
      dispatchedAt: null,
      isAsked: false,
      tasks: new Set<string>(),
    }
    files.set(number, one)
    return one
  }
  const totals = { incidents: 0, confirmed: 0, filled: 0 }
  return {
    known,
    totals,
    opened: (number: string, quantity: number): void => {
      known(number).quantity = quantity
      totals.incidents += 1
    },
    /** Whoever was asked while the answer to the dispatch was on its way did not wait at all. */
    dispatched: (number: string): void => {
      const file = known(number)
      file.dispatchedAt = performance.now()
      if (file.isAsked) figures.since('asked', file.dispatchedAt)
    },
    asked: (number: string): void => {
      const file = known(number)
      if (file.isAsked) return
      file.isAsked = true
      if (file.dispatchedAt !== null) figures.since('asked', file.dispatchedAt)
    },
    confirmed: (number: string, assignmentId: string): void => {
      const file = known(number)
      if (file.tasks.has(assignmentId)) return
      file.tasks.add(assignmentId)
      totals.confirmed += 1
      if (file.tasks.size !== file.quantity || file.dispatchedAt === null) return
      totals.filled += 1
      figures.since('filled', file.dispatchedAt)
    },
    close: (number: string): void => void files.delete(number),
  }
}
export type Files = ReturnType<typeof createFiles>
