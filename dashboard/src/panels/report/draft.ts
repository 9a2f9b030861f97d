import type { Hazard, IntakeChannel, Severity } from '#contracts/domain/words.ts'
import type { Input } from '../../api/types.ts'
import type { Area } from '../shared/areas.ts'
import type { EditableNeed } from '../shared/need-rows.tsx'
import { placeOf, type PlaceDraft } from '../shared/place-draft.ts'

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
  /** As the browser's field has it, in WITA: `2026-01-17T12:40`; empty for now. */
  occurred: string
  verified: boolean
  drill: boolean
  needs: EditableNeed[]
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
  needs: [],
}

export const reportFields = ['hazard', 'severity', 'description', 'place', 'reporterPhone'] as const
export type ReportField = (typeof reportFields)[number]

/** What is still missing or cannot be sent. */
export const missingIn = (draft: Draft, area: Area | undefined): ReportField[] => {
  const phone = draft.reporterPhone.trim()
  const missing: Record<ReportField, boolean> = {
    hazard: draft.hazard === null,
    severity: draft.severity === null,
    description: draft.description.trim() === '',
    place: placeOf(draft.place, area) === null,
    reporterPhone: phone.length > 0 && phone.length < 3,
  }
  return reportFields.filter((field) => missing[field])
}

type Body = Input<'reportIncident'>['body']

/** The report as it is sent; null while something is missing. `verified` is decided by the button that was pressed. */
export const reportBody = (draft: Draft, area: Area | undefined, verified: boolean): Body | null => {
  const place = placeOf(draft.place, area)
  const { hazard, severity } = draft
  if (missingIn(draft, area).length > 0 || hazard === null || severity === null || place === null) return null
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
    ...(draft.occurred === '' ? {} : { occurredAt: `${draft.occurred}:00+08:00` }),
  }
}
