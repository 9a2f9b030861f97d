import kupang from '../../../local/data/kupang.json' with { type: 'json' }
import { createAgency } from '../../../api/usecases/setup/create-agency.ts'
import { createPartner } from '../../../api/usecases/setup/create-partner.ts'
import { createUser } from '../../../api/usecases/setup/create-user.ts'
import { roles, type Role } from '#contracts/domain/roles.ts'
import { client, type Client } from '../../world/client.ts'
import { BY, PASSWORD, type ApiWorld } from '../api-world.ts'

/** The agency next door, in the same city as far as its maps go, so that nothing of ours lies outside its area. */
export const NEIGHBOUR = '5303'
export const neighbourLogin = (role: Role): string => `tetangga-${role}`

/** The agency next door with a user of each role and a platform of its own. */
export const openNextDoor = async ({ context }: ApiWorld): Promise<void> => {
  const agencyId = NEIGHBOUR
  const agency = { id: agencyId, name: 'BPBD Tetangga', poskoPhone: null, reference: kupang }
  await createAgency(context, agency, BY)
  const partner = { agencyId, ref: 'ojek-tetangga', name: 'Ojek Tetangga', sandbox: false, url: null }
  const { partnerId } = await createPartner(context, partner, BY)
  for (const role of roles) {
    const own = role === 'partner_admin' ? { partnerId } : {}
    const person = { login: neighbourLogin(role), displayName: 'Tetangga', password: PASSWORD, role, ...own }
    await createUser(context, { agencyId, ...person }, BY)
  }
}

/** The access token of a fresh sign-in. */
export const tokenOf = async ({ url }: ApiWorld, login: string): Promise<string> =>
  (await client(url, null).call('login', { body: { login, password: PASSWORD } })).accessToken

/** Somebody next door; one sign-in for each role. */
export const nextDoor = (world: ApiWorld) => {
  const signedIn = new Map<Role, Promise<Client>>()
  return (role: Role): Promise<Client> => {
    const known =
      signedIn.get(role) ?? tokenOf(world, neighbourLogin(role)).then((token) => client(world.url, token))
    signedIn.set(role, known)
    return known
  }
}
