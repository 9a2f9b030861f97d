import { z } from 'zod'
import type { Actor } from '#contracts/domain/fact.ts'
import { Facility, Kelurahan } from '#contracts/domain/reference.ts'
import { createAgencies } from '#contracts/store/agencies.ts'
import type { Agency } from '#contracts/store/documents.ts'
import type { Platform } from '#contracts/store/open.ts'
import { createPartner, MANDIRI, partnerIdOf } from './create-partner.ts'

/** What the reference file of a city must hold; whatever else it holds is left aside. */
export const AgencyReference = z.object({
  bbox: z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }),
  kelurahan: z.array(Kelurahan).min(1),
  facilities: z.array(Facility),
})

export interface AgencyInput {
  /** Kemendagri code of the city without dots, e.g. `5371`. */
  id: string
  name: string
  poskoPhone: string | null
  /** To whom situation reports are addressed; left as it was when not given. */
  addressees?: string[]
  /** The parsed JSON of the reference file. */
  reference: unknown
}

/**
 * Creates an agency with its reference data and its built-in partner `mandiri`, or brings the reference data up to date.
 * @throws ZodError when the reference file does not fit
 */
export const createAgency = async (platform: Platform, input: AgencyInput, by: Actor): Promise<Agency> => {
  const { id, name, poskoPhone, addressees, reference } = input
  const agency: Agency = {
    _id: id,
    name,
    poskoPhone,
    ...(addressees && { addressees }),
    ...AgencyReference.parse(reference),
  }
  await createAgencies(platform.store.models).save(agency)
  const mandiri = await platform.store.ledger.load('partner', partnerIdOf(id, MANDIRI))
  if (mandiri === null)
    await createPartner(
      platform,
      { agencyId: id, ref: MANDIRI, name: 'Relawan mandiri', sandbox: false, url: null },
      by,
    )
  return agency
}
