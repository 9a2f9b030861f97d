import mongoose from 'mongoose'
import { type Instant, plusSeconds } from '#contracts/domain/instant.ts'
import { createSerial } from '#contracts/runtime/queue.ts'
import type { StoredFact } from './documents.ts'
import type { Models } from './models.ts'
import {
  ASKED,
  ASKED_FOR_S,
  nothingTold,
  type Service,
  serviceAt,
  TASK_FACTS,
  tell,
  type Told,
  TOLD_FOR_S,
  type ToldSoFar,
} from './service-fold.ts'

const { trusted } = mongoose

/** A clock that is set back a little must still find what it asks for. */
const SPARE_S = 60

/**
 * What the ledger tells of each volunteer lately, held in this process: read once as far back as it counts, then only what is
 * new. Each process holds its own and may begin anew at any time.
 */
export const createService = (models: Models) => {
  const agencies = new Map<string, { seq: number; told: ToldSoFar }>()
  const serial = createSerial()

  const headOf = async (agencyId: string): Promise<number> => {
    const newest = models.facts.findOne({ agencyId }).sort({ seq: -1 }).select({ seq: 1 })
    return (await newest.lean<Pick<StoredFact, 'seq'>>().exec())?.seq ?? 0
  }

  const read = async (
    agencyId: string,
    types: readonly string[],
    along: 'agency_type_at' | 'agency_type_seq',
    which: Record<string, unknown>,
  ): Promise<Told[]> =>
    models.facts
      .find({ agencyId, type: trusted({ $in: [...types] }), ...which })
      .hint(along)
      .select({ type: 1, at: 1, 'data.volunteerId': 1, 'data.assignmentId': 1, 'data.state': 1 })
      .lean<Told[]>()
      .exec()

  /** As far back as each counts, up to the head. */
  const whole = async (agencyId: string, now: Instant, head: number): Promise<Told[]> => {
    const after = (seconds: number) => ({
      at: trusted({ $gt: plusSeconds(now, -seconds - SPARE_S) }),
      seq: trusted({ $lte: head }),
    })
    const [offers, tasks] = await Promise.all([
      read(agencyId, [ASKED], 'agency_type_at', after(ASKED_FOR_S)),
      read(agencyId, TASK_FACTS, 'agency_type_at', after(TOLD_FOR_S)),
    ])
    return [...offers, ...tasks]
  }

  const bringUp = async (agencyId: string, now: Instant): Promise<Service> => {
    const head = await headOf(agencyId)
    const before = agencies.get(agencyId)
    // A ledger that is shorter than what was read is another one.
    const held = before !== undefined && before.seq <= head ? before : { seq: 0, told: nothingTold() }
    const isNew = { seq: trusted({ $gt: held.seq, $lte: head }) }
    const facts =
      held !== before
        ? await whole(agencyId, now, head)
        : held.seq === head
          ? []
          : await read(agencyId, [ASKED, ...TASK_FACTS], 'agency_type_seq', isNew)
    tell(held.told, facts)
    agencies.set(agencyId, { ...held, seq: head })
    return serviceAt(held.told, now, SPARE_S)
  }

  return {
    /** As of the end of the ledger at this moment. */
    read: (agencyId: string, now: Instant): Promise<Service> =>
      serial(agencyId, () => bringUp(agencyId, now)),
  }
}
