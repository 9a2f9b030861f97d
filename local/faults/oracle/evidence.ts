import type { FactRow, FileRow, Fault as AuditFault } from '../../audit/shapes.ts'

/** A fact as it lies in MongoDB, with what this oracle asks for besides the audit. */
export interface Fact extends FactRow {
  opId: string
  by: { kind: string; id: string }
}
export type File = FileRow & { nextDueAt: string | null }

export interface ReceiptDoc {
  _id: string
  digest: string
  outcome: { status: number; body: Record<string, unknown> } | null
}
export interface DeliveryDoc {
  _id: string
  webhookId: string
  type: string
  subject: string
  state: string
  createdAt: string
  nextAt: string | null
}
export interface ClaimDoc {
  _id: string
  offerId: string
  incidentId: string
  at: string
}

/** Everything that lies in the database, as it lies there. */
export interface RawDump {
  incidents: File[]
  volunteers: File[]
  partners: File[]
  users: File[]
  zones: File[]
  policies: File[]
  facts: Fact[]
  claims: ClaimDoc[]
  receipts: ReceiptDoc[]
  deliveries: DeliveryDoc[]
  cursors: { _id: string; seq: number }[]
}

/** A message as the crowd knows it: what was sent, and every definite answer to it. */
export interface Told {
  id: string
  kind: string
  op: string
  about: Record<string, string>
  /** `at`: ms since the epoch, of the crowd's clock; `tookMs`: of the last of its tries. */
  answers: {
    status: number
    word: string
    ref: Record<string, string>
    side: number
    at: number
    tookMs: number
  }[]
}
export interface HeardLine {
  at: number
  partner: string
  id: string
  type: string
  data: Record<string, unknown>
}
export interface ShownScreen {
  role: string
  seq: number
  entities: Record<string, [version: number, digest: string]>
}

/** Ms since the epoch. */
export interface Span {
  from: number
  until: number
}

/** All that the oracle looks at. Nothing in it comes from the platform's own code. */
export interface Evidence {
  dump: RawDump
  told: Map<string, Told>
  heard: HeardLine[]
  odd: string[]
  screens: ShownScreen[]
  anchors: { agencyId: string; seq: number; hash: string }[]
  /** What the processes wrote and Redis holds, as text. */
  logs: Record<string, string>
  /** Words that may stand in none of them. */
  secrets: readonly (string | RegExp)[]
  trapHits: number
  /** When something was wrong, from the hurt to the end of its cure. */
  disturbed: readonly Span[]
  /** What this machine is granted beyond the bounds of the product, in ms; Infinity: its pace is not judged. */
  slackMs: number
  /** Ms since the epoch, when the dump was taken. */
  now: number
}

export type Law = AuditFault['law'] | 'I8' | 'I9' | 'I10' | 'I11' | 'I12' | 'I14' | 'I15'
export interface Fault {
  law: Law
  subject: string
  what: string
}
export type LawOf = (evidence: Evidence) => Fault[]

/** What each law says, in a few words, for the report. */
export const lawNames: Record<Law, string> = {
  I1: 'durable ack',
  I2: 'one volunteer per slot',
  I3: 'one slot per natural person',
  I4: 'legal transitions',
  I5: 'one effect, one answer',
  I6: 'fencing',
  I7: 'state and facts agree, no gap, every subscriber told',
  I8: 'Redis is disposable, traffic comes back',
  I9: 'timely or loud',
  I10: 'authentic origin',
  I11: 'bounded egress',
  I12: 'least disclosure',
  I13: 'accountable: the chain holds',
  I14: 'dashboard truth',
  I15: 'volunteer safety',
}
