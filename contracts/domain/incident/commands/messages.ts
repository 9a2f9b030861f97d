import { Refusal } from '../../refusal.ts'
import type { IncidentFactBody } from '../facts.ts'
import type { Incident } from '../state.ts'
import { MAX_MESSAGES } from '../words.ts'
import { type Bearer, mine } from './assignment.ts'

/** A text that is kept beside the facts. */
export interface Kept {
  textId: string
  digest: string
}

const isFull = ({ notes }: Incident, from: string): boolean =>
  notes.filter((note) => note.about === 'message' && note.from === from).length >= MAX_MESSAGES

const message = (from: string, { textId, digest }: Kept): IncidentFactBody => ({
  type: 'incident.noted',
  data: { textId, digest, about: 'message', from },
})

/** A message of the one who bears this task, also after it. @throws Refusal `not_found`, `not_yours`, `too_many_messages` */
export const writeMessage = (state: Incident, who: Bearer, text: Kept): IncidentFactBody[] => {
  const { id } = mine(state, who)
  if (isFull(state, id)) throw new Refusal('too_many_messages', { limit: MAX_MESSAGES })
  return [message(id, text)]
}

/**
 * What he wrote with something that counts without it, too: a call for help, a step, a sign of life. No facts when he wrote
 * nothing, or when his task has brought as many messages as it may. @throws Refusal `not_found`, `not_yours`
 */
export const messageBeside = (state: Incident, who: Bearer, text: Kept | null): IncidentFactBody[] => {
  const { id } = mine(state, who)
  return text === null || isFull(state, id) ? [] : [message(id, text)]
}
