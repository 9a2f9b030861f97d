import { derivedId } from '#contracts/runtime/ids.ts'
import { client, signIn, type Client } from '../world/client.ts'
import { createUser } from '../../api/usecases/setup/create-user.ts'
import type { Role } from '#contracts/domain/roles.ts'
import { AGENCY, BY, PASSWORD, type ApiWorld } from './api-world.ts'

let count = 0

/** People who sign in, as an administrator finds them. */
export const givenUsers = (world: ApiWorld) => {
  const user = async (role: Role = 'operator'): Promise<{ id: string; login: string }> => {
    const login = `orang-${(count += 1)}`
    const person = { login, displayName: 'Contoh Orang', password: PASSWORD, role }
    await createUser(world.context, { agencyId: AGENCY, ...person }, BY)
    return { id: derivedId('usr', login), login }
  }
  const disabled = async () => {
    const made = await user()
    await (await world.as('admin')).call('disableUser', { params: { id: made.id } })
    return made
  }
  /** Signed in once, with the id of that sign-in. */
  const signedIn = async (role?: Role): Promise<{ id: string; sid: string; client: Client }> => {
    const { id, login } = await user(role)
    const own = await signIn(world.url, login, PASSWORD)
    const [session] = await world.context.sessions.ofUsers([id], world.context.clock.now().toISOString())
    return { id, sid: session?.family ?? '', client: own }
  }
  const admin = async (): Promise<string> => (await (await world.as('admin')).call('me')).userId
  const canSignIn = async (login: string, password: string): Promise<number> =>
    (await client(world.url, null).try('login', { body: { login, password } })).status

  return { user, disabled, signedIn, admin, canSignIn }
}
