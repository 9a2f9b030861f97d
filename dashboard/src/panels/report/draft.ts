import type { Hazard, IntakeChannel, Severity } from '#contracts/domain/words.ts'
import type { Input } from '../../api/types.ts'
import type { Area } from '../shared/areas.ts'
import type { EditableNeed } from '../shared/need-rows.tsx'
import { placeOf, type PlaceDraft } from '../shared/place-draft.ts'
import { occurredAt } from './occurred.ts'

/** A report as it is being filled in. */
export interface Draft {
  hazard: Hazard | null
  severity: Severity | null
  description: string
  place: PlaceDraft
  address: string
  channel: IntakeChannel
  reporterName: string
  reporterPhone: string
  /** As typed, in WITA: `12.40`, `17/01 12.40`; empty for now. */
  occurred: string
  verified: boolean
  drill: boolean
  /** When to call the reporter back; null: not. */
  callBackAt: string | null
  needs: EditableNeed[]
  /** The hazard whose template they began with, or that was chosen when the first was written; null: none was. */
  needsFor: Hazard | null
}

export const emptyDraft: Draft = {
  hazard: null,
  severity: null,
  description: '',
  place: { kelurahan: null, coordinates: '' },
  address: '',
  channel: 'telepon',
  reporterName: '',
  reporterPhone: '',
  occurred: '',
  verified: false,
  drill: false,
  callBackAt: null,
  needs: [],
  needsFor: null,
}

export const reportFields = [
  'hazard',
  'severity',
  'description',
  'occurred',
  'place',
  'reporterPhone',
] as const
export type ReportField = (typeof reportFields)[number]

/** What is still missing or cannot be sent. */
export const missingIn = (draft: Draft, area: Area | undefined, now: number): ReportField[] => {
  const phone = draft.reporterPhone.trim()
  const missing: Record<ReportField, boolean> = {
    hazard: draft.hazard === null,
    severity: draft.severity === null,
    description: draft.description.trim() === '',
    occurred: draft.occurred.trim() !== '' && occurredAt(draft.occurred, now) === null,
    place: placeOf(draft.place, area) === null,
    reporterPhone:
      (phone.length > 0 && phone.length < 3) ||
      (draft.callBackAt !== null && phone === '' && draft.reporterName.trim() === ''),
  }
  return reportFields.filter((field) => missing[field])
}

type Body = Input<'reportIncident'>['body']

/** The report as it is sent; null while something is missing. `verified` is decided by the button that was pressed. */
export const reportBody = (
  draft: Draft,
  area: Area | undefined,
  verified: boolean,
  now: number,
): Body | null => {
  const place = placeOf(draft.place, area)
  const { hazard, severity } = draft
  if (missingIn(draft, area, now).length > 0 || hazard === null || severity === null || place === null)
    return null
  const occurred = occurredAt(draft.occurred, now)
  const name = draft.reporterName.trim()
  const phone = draft.reporterPhone.trim()
  const address = draft.address.trim()
  return {
    hazard,
    severity,
    place,
    description: draft.description.trim(),
    channel: draft.channel,
    drill: draft.drill,
    verified,
    ...(address === '' ? {} : { address }),
    ...(name === '' && phone === ''
      ? {}
      : { reporter: { ...(name === '' ? {} : { name }), ...(phone === '' ? {} : { phone }) } }),
    ...(occurred === null ? {} : { occurredAt: occurred }),
    ...(draft.callBackAt === null ? {} : { callBackAt: draft.callBackAt }),
  }
}
