import type { Fact } from '#contracts/domain/fact.ts'
import type { Bearer } from '#contracts/domain/incident/commands/assignment.ts'
import { addEvidence } from '#contracts/domain/incident/commands/contact.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Op } from '#contracts/store/ledger.ts'
import type { Photos } from '#contracts/store/photos.ts'
import type { Store } from '#contracts/store/store.ts'
import { changeWith } from './with-text.ts'

interface Added {
  outcome: 'recorded' | 'unchanged'
}

const added = (facts: readonly Fact[]): Added => ({ outcome: facts.length > 0 ? 'recorded' : 'unchanged' })

/** What a volunteer saw, in words. @throws Refusal `not_found`, `not_yours`, `too_much_evidence`; NotSaved */
export const addNote = async (
  store: Store,
  incidentId: string,
  op: Op,
  who: Bearer,
  text: string,
): Promise<Added> => {
  const facts = await changeWith(store, incidentId, op, text, (state, kept) =>
    kept === null ? [] : addEvidence(state, who, { kind: 'note', ...kept }),
  )
  return added(facts)
}

/**
 * A photo that was uploaded before. It is filed only when the task still takes it: what is filed is kept. @throws Refusal `not_found` also for another's upload or one used elsewhere, `not_yours`, `too_much_evidence`; NotSaved
 */
export const addPhoto = async (
  { store, photos }: { store: Store; photos: Photos },
  incidentId: string,
  op: Op,
  who: Bearer,
  photoId: string,
): Promise<Added> => {
  const doc = await store.ledger.load('incident', incidentId)
  if (doc === null) throw new Refusal('not_found', { incidentId })
  addEvidence(doc.state, who, { kind: 'photo', photoId, digest: '' })
  const digest = await photos.file(photoId, who.partnerId, incidentId)
  if (digest === null) throw new Refusal('not_found', { what: 'upload' })
  const { facts } = await store.incidents.change(incidentId, op, (state) =>
    addEvidence(state, who, { kind: 'photo', photoId, digest }),
  )
  return added(facts)
}
