import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { createAgencies } from '#contracts/store/agencies.ts'
import { AgencyReference } from '../../api/usecases/setup/create-agency.ts'
import type { Platform } from './platform.ts'

/** A list of facilities, or a reference file that holds one. */
const File = z.union([AgencyReference.shape.facilities, AgencyReference.pick({ facilities: true })])

/**
 * Hospitals, posts, ports and airports of an agency become those of this file, all of them; screens show them when they are
 * loaded next. Returns how many there are. @throws ZodError for a file that does not fit, Error for an unknown agency
 */
export const setFacilities = async (
  { store }: Pick<Platform, 'store'>,
  agencyId: string,
  path: string,
): Promise<number> => {
  const read = File.parse(JSON.parse(await readFile(path, 'utf8')))
  const facilities = Array.isArray(read) ? read : read.facilities
  const agencies = createAgencies(store.models)
  const agency = await agencies.read(agencyId)
  if (agency === null) throw new Error(`there is no agency ${agencyId}: npm run admin -- create`)
  await agencies.save({ ...agency, facilities })
  return facilities.length
}
