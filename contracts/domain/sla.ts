import type { Severity } from './words.ts'

/** Deadlines in seconds. Defaults of this product, all configuration; they cite no regulation. */
export interface Sla {
  verifyS: number
  firstOffersS: number
  acceptS: number
  arriveS: Record<Severity, number>
  /** How long somebody who is out may take to answer "are you safe?". */
  checkinS: number
  trcS: number
  /** An open incident in which nothing has happened for this long asks for a look. */
  reviewS: number
}

export const defaultSla: Sla = {
  verifyS: 5 * 60,
  firstOffersS: 60,
  acceptS: 3 * 60,
  arriveS: { kritis: 15 * 60, tinggi: 30 * 60, sedang: 30 * 60, rendah: 30 * 60 },
  checkinS: 5 * 60,
  trcS: 60 * 60,
  reviewS: 60 * 60,
}

/** The deadlines that an incident was reported under; those of the platform when its agency had none of its own. */
export const slaOf = (incident: { sla?: Sla }, fallback: Sla = defaultSla): Sla => incident.sla ?? fallback
