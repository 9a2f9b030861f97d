import { Refusal } from '#contracts/domain/refusal.ts'
import type { Ring } from '#contracts/domain/zone/ring.ts'
import type { Agency } from '#contracts/store/documents.ts'
import { isNear } from '../incident/place.ts'

/** @throws Refusal `outside_area` when a corner lies beyond what is the agency's */
export const mustLieIn = (agency: Agency, ring: Ring): void => {
  if (!ring.every(([lng, lat]) => isNear(agency, { lat, lng }))) throw new Refusal('outside_area')
}
