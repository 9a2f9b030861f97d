import type { Row } from './measure.ts'
import type { Workload } from './workloads.ts'

export interface Wanted {
  seeds: readonly number[]
  /** Says how far it is. */
  progress: (text: string) => void
}

/** Plays every workload with every seed. */
export const runLab = (workloads: readonly Workload[], { seeds, progress }: Wanted): Row[] =>
  workloads.flatMap(({ name, play }) => {
    const rows = new Map<string, Row>()
    for (const seed of seeds) {
      for (const [policy, measured] of play(seed)) {
        const row = rows.get(policy) ?? { workload: name, policy, seeds: [] }
        row.seeds.push(measured)
        rows.set(policy, row)
      }
      progress(`${name}: seed ${seed}`)
    }
    return [...rows.values()]
  })
