import kupang from '../data/kupang.json' with { type: 'json' }
import { createAgency } from '../../api/usecases/setup/create-agency.ts'
import { createUser } from '../../api/usecases/setup/create-user.ts'
import type { Role } from '#contracts/domain/roles.ts'
import { createAgencies } from '#contracts/store/agencies.ts'
import { byCommand, type Platform } from './platform.ts'

export const AGENCY_ID = '5371'

export interface Wanted {
  login: string
  name: string
  password: string
  role: Role
  poskoPhone: string | null
  addressees: string[] | undefined
}

/** The agency of Kota Kupang when it is not there yet, and a user who can sign in. Returns his id. */
export const create = async (platform: Platform, wanted: Wanted): Promise<string> => {
  const { login, name, password, role, poskoPhone, addressees } = wanted
  // A further user takes nothing back that was set before.
  const known = await createAgencies(platform.store.models).read(AGENCY_ID)
  const agency = {
    id: AGENCY_ID,
    name: 'BPBD Kota Kupang',
    poskoPhone: poskoPhone ?? known?.poskoPhone ?? null,
    ...(addressees && { addressees }),
    reference: { ...kupang, facilities: known?.facilities ?? kupang.facilities },
  }
  await createAgency(platform, agency, byCommand)
  const input = { agencyId: AGENCY_ID, login, displayName: name, password, role }
  return (await createUser(platform, input, byCommand)).userId
}
