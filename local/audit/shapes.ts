/** What the audit reads, as it lies in MongoDB. Written anew here: the audit shares no code with what it checks. */
export interface FactRow {
  _id: string
  agencyId: string
  seq: number
  hash: string
  kind: string
  entityId: string
  version: number
  index: number
  type: string
  at: string
  data: Record<string, unknown>
}

export interface FileRow {
  _id: string
  agencyId: string
  version: number
  state: Record<string, unknown>
  pending: (Omit<FactRow, '_id' | 'seq' | 'hash'> & { id: string })[]
}

export interface ClaimRow {
  /** The person key. */
  _id: string
  offerId: string
  incidentId: string
  at: string
}

export interface ReceiptRow {
  _id: string
  outcome: { status: number; body: unknown } | null
}

/** What a person wrote. */
export interface TextRow {
  _id: string
  body: string
  digest: string
}

/** One line of the file outside the database. */
export interface AnchorRow {
  agencyId: string
  seq: number
  hash: string
}

/** Something that must not be. `law`: the invariant it breaks (docs/operations.md). */
export interface Fault {
  law: 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I9' | 'I13'
  subject: string
  what: string
}
export type Accuse = (fault: Fault) => void
