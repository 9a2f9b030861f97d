import kupang from '../../local/data/kupang.json' with { type: 'json' }
import type { ApiConfig } from '../../api/config.ts'
import type { Context } from '../../api/context.ts'
import type { LiveServer } from '../../api/live/serve.ts'
import { startApi } from '../../api/start.ts'
import { createAgency } from '../../api/usecases/setup/create-agency.ts'
import { createPartner } from '../../api/usecases/setup/create-partner.ts'
import { createUser } from '../../api/usecases/setup/create-user.ts'
import type { Actor } from '#contracts/domain/fact.ts'
import { roles, type Role } from '#contracts/domain/roles.ts'
import { createClosers } from '#contracts/runtime/closers.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { client, signIn, type Client } from '../world/client.ts'
import { JWT_SECRET, newHome, SERVER_KEY, testLog } from '../world/platform.ts'

export const AGENCY = '5371'
export const PASSWORD = 'a password for the tests'
export const PARTNER_REF = 'ojek-contoh'
export const BY: Actor = { kind: 'system', id: 'test' }

export interface ApiWorld {
  url: string
  context: Context
  partnerId: string
  /** A signed-in client of a role; one sign-in for each. */
  as: (role: Role) => Promise<Client>
  nobody: Client
  live: LiveServer
  /** All that runs behind an answer (flush, claims) has happened. */
  settled: () => Promise<void>
  stop: () => Promise<void>
}

/** An api alone, without a worker, with Kota Kupang, a user of each role (login = role) and one partner. */
export const startApiWorld = async (
  change: Partial<ApiConfig> = {},
  log: Logger = testLog('api'),
): Promise<ApiWorld> => {
  const closers = createClosers({ log })
  const config: ApiConfig = {
    ...newHome(),
    serverKey: SERVER_KEY,
    jwtSecret: JWT_SECRET,
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    dashboardDir: null,
    mapBoundaries: null,
    mapStreets: null,
    anchorFile: null,
    smsGateway: true,
    trustProxy: [],
    logLevel: 'silent',
    localMode: true,
    atPoint: null,
    ...change,
  }
  const { url, context, live } = await startApi(config, log, closers)
  const agency = { id: AGENCY, name: 'BPBD Kota Kupang', poskoPhone: null, reference: kupang }
  await createAgency(context, agency, BY)
  const partner = { agencyId: AGENCY, ref: PARTNER_REF, name: 'Ojek Contoh', sandbox: false, url: null }
  const { partnerId } = await createPartner(context, partner, BY)
  for (const role of roles) {
    const person = { login: role, displayName: `Contoh ${role}`, password: PASSWORD, role }
    const own = role === 'partner_admin' ? { partnerId } : {}
    await createUser(context, { agencyId: AGENCY, ...person, ...own }, BY)
  }
  const signedIn = new Map<Role, Promise<Client>>()
  return {
    url,
    context,
    partnerId,
    as: (role) => {
      const known = signedIn.get(role) ?? signIn(url, role, PASSWORD)
      signedIn.set(role, known)
      return known
    },
    nobody: client(url, null),
    live,
    settled: () => context.store.settled(),
    stop: async () => {
      await context.store.settled()
      await closers.closeAll()
    },
  }
}
