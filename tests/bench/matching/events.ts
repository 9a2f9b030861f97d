import { Reoptimiser } from '../../../worker/matching/near/reoptimise.ts'
import { random } from '../../worker/matching/problems.ts'
import { cpuMs } from '../timing.ts'
import { cityCost, waitingCosts } from './costs.ts'
import { type Spot, uniformSpots } from './workloads.ts'

/**
 * An assignment kept optimal over random events: a volunteer moves by up to a kilometre, goes and comes back elsewhere,
 * or a slot is closed and opened at another slot's place. Keeps the lists of where everybody is.
 */
export const runEvents = (
  givenSlots: readonly Spot[],
  givenVolunteers: readonly Spot[],
  count: number,
  seed: number,
) => {
  const slots = [...givenSlots]
  const volunteers = [...givenVolunteers]
  const next = random(seed)
  const pick = (below: number) => Math.floor(next() * below)
  const elsewhere = uniformSpots(4_000, seed + 2)
  const unserved = waitingCosts(slots.length)
  const standing = new Reoptimiser({ rows: slots.length, columns: volunteers.length, cost: cityCost })
  for (const [column, volunteer] of volunteers.entries()) standing.putColumn(column, volunteer)
  for (const [row, slot] of slots.entries()) standing.putRow(row, slot, unserved[row] ?? 0)

  const event = (n: number): void => {
    const column = pick(volunteers.length)
    if (n % 3 === 0) {
      const { lat, lng } = volunteers[column] ?? { lat: 0, lng: 0 }
      volunteers[column] = { lat: lat + (next() - 0.5) * 0.018, lng: lng + (next() - 0.5) * 0.018 }
      standing.putColumn(column, volunteers[column])
    } else if (n % 3 === 1) {
      volunteers[column] = elsewhere[pick(elsewhere.length)] ?? { lat: 0, lng: 0 }
      standing.dropColumn(column)
      standing.putColumn(column, volunteers[column])
    } else {
      const row = pick(slots.length)
      slots[row] = givenSlots[pick(slots.length)] ?? { lat: 0, lng: 0 }
      standing.dropRow(row)
      standing.putRow(row, slots[row], unserved[row] ?? 0)
    }
  }
  for (let n = 0; n < count; n++) event(n)
  return {
    standing,
    slots,
    volunteers,
    /** The mean milliseconds of further events. */
    timed: (more: number): number =>
      cpuMs(() => {
        for (let n = 0; n < more; n++) event(n)
      }) / more,
  }
}
