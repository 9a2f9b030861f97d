import { born } from '#contracts/domain/incident/born.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'

/** An incident as it was reported at this moment, and nothing since. */
export const reportedAt = (at: string): Incident =>
  born(
    {
      type: 'incident.reported',
      at,
      by: { kind: 'user', id: 'usr_1' },
      data: {
        number: 'KJ-2026-0001',
        hazard: 'banjir',
        severity: 'sedang',
        place: { lat: -10.17, lng: 123.6, kelurahan: null, doubt: false },
        channel: 'telepon',
        description: { textId: 'txt_1', digest: '' },
        addressTextId: null,
        reporterId: null,
        drill: false,
        occurredAt: at,
        follows: null,
      },
    },
    { id: 'inc_1', agencyId: '5371' },
  )
