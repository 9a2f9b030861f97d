import type { DeliveryDoc, Evidence, Fact, File, Told } from '../../local/faults/oracle/evidence.ts'

/** Seconds of a day in which nothing else happens. */
export const at = (s: number): string => new Date(s * 1000).toISOString()

export const fact = (s: number, type: string, data: Record<string, unknown>, opId = `op-${s}`, more: Partial<Fact> = {}): Fact => ({
  _id: `fct_${s}_${type}`, agencyId: '5371', seq: s, hash: '', kind: 'incident', entityId: 'inc_1', version: s, index: 0, type, at: at(s), data, opId, by: { kind: 'system', id: 'x' }, ...more,
}) // prettier-ignore

const empty: Evidence = {
  dump: { incidents: [], volunteers: [], partners: [], users: [], zones: [], policies: [], facts: [], claims: [], receipts: [], deliveries: [], cursors: [] },
  told: new Map(), heard: [], odd: [], screens: [], anchors: [], logs: {}, secrets: [], trapHits: 0, disturbed: [], slackMs: 0, now: 0,
} // prettier-ignore

export const evidence = (facts: Fact[], more: Partial<Evidence> = {}): Evidence => ({
  ...empty,
  dump: { ...empty.dump, facts },
  ...more,
})

export const file = (_id: string, state: Record<string, unknown>, nextDueAt: string | null = null): File => ({
  _id,
  agencyId: '5371',
  version: 1,
  pending: [],
  nextDueAt,
  state,
})

export const delivery = (type: string, subject: string, more: Partial<DeliveryDoc> = {}): DeliveryDoc => ({
  _id: `dlv_${type}`, webhookId: `msg_${type}`, type, subject, state: 'delivered', createdAt: at(100), nextAt: null, ...more,
}) // prettier-ignore

/** What the crowd said, and the answer to it. */
export const told = (
  kind: string,
  op: string,
  answer: Partial<Told['answers'][number]>,
  about: Record<string, string> = {},
): Told => ({
  id: op,
  kind,
  op,
  about,
  answers: [{ status: 200, word: '', ref: {}, side: 0, at: 0, tookMs: 5, ...answer }],
})

export const named = (found: { law: string }[]): string[] => found.map(({ law }) => law)
