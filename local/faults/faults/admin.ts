import { signIn, type Client } from '../../scenario/client.ts'
import type { Ground } from '../ground/ground.ts'

/** The administrator of the city, signed in past all proxies. @throws Error when the city has none */
export const asAdministrator = async ({
  place,
  apiUrls: [url = ''],
}: Pick<Ground, 'place' | 'apiUrls'>): Promise<Client> => {
  const found = place.logins.find(({ role }) => role === 'admin')
  if (found === undefined) throw new Error('there is no administrator')
  return signIn(url, { login: found.login, password: found.password })
}
