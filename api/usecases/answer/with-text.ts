import type { Fact } from '#contracts/domain/fact.ts'
import type { Kept } from '#contracts/domain/incident/commands/messages.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Store } from '#contracts/store/store.ts'
import { readIncident } from './find.ts'

/** What is decided, should his words be kept or, without any or for want of room, not. */
export type DecideWith = (state: Incident, kept: Kept | null, now: Instant) => IncidentFactBody[]

/** Stands for words that are not kept yet. */
const draft: Kept = { textId: 'txt_draft', digest: '' }

const names = ({ data }: IncidentFactBody): boolean => Object.values(data).includes(draft.textId)

/** Whether the file as it stands takes words, or what it says instead. */
const takesWords = (decide: () => IncidentFactBody[]): boolean | Refusal => {
  try {
    return decide().some(names)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

/**
 * A change that may bring words; returns its facts. They are kept only when the file as it stands would take them and has not
 * taken them before: whoever writes on beyond a limit, or says the same again, leaves nothing beside it. Whether it happens is
 * decided in the change all the same. @throws Refusal of `decide`, `not_found`; NotSaved
 */
export const changeWith = async (
  store: Store,
  incidentId: string,
  op: Op,
  text: string | null,
  decide: DecideWith,
): Promise<readonly Fact[]> => {
  const change = async (kept: Kept | null) =>
    (await store.incidents.change(incidentId, op, (state, now) => decide(state, kept, now))).facts
  if (text === null) return change(null)
  const state = await readIncident(store, incidentId, op.agencyId)
  const taken = takesWords(() => decide(state, draft, store.now()))
  // Asked after the file was read: a no may come from what another run of this op has written.
  const done = await store.ledger.done('incident', incidentId, op.opId)
  if (done !== null) return change(null)
  if (taken instanceof Refusal) throw taken
  return change(taken ? await store.texts.keep(op.agencyId, incidentId, text) : null)
}
