import { parseArgs } from 'node:util'
import kupang from '../data/kupang.json' with { type: 'json' }
import { createAgency } from '../../api/usecases/setup/create-agency.ts'
import { createUser } from '../../api/usecases/setup/create-user.ts'
import { Role, roles } from '#contracts/domain/roles.ts'
import { createClosers } from '#contracts/runtime/closers.ts'
import { createLogger } from '#contracts/runtime/log.ts'
import { openPlatform } from '#contracts/store/open.ts'
import { adminConfig } from './config.ts'
import { askPassword } from './password.ts'

const usage = `npm run admin -- create --login NAME --name "DISPLAY NAME" [--role ${roles.join('|')}] [--posko-phone +62…]
Creates the agency of Kota Kupang when it is not there yet, and a user who can sign in (role admin unless said otherwise).
Environment: MONGODB_URI, REDIS_URL, SERVER_KEY as for the api; ADMIN_PASSWORD instead of typing the password.`

const AGENCY_ID = '5371'

/** `npm run admin -- create`: the first administrator of a real installation, where nothing is seeded. */
const main = async (): Promise<void> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      login: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', default: 'admin' },
      'posko-phone': { type: 'string' },
      addressee: { type: 'string', multiple: true },
    },
  })
  const role = Role.safeParse(values.role)
  if (positionals[0] !== 'create' || !values.login || !values.name || !role.success) {
    console.error(usage)
    process.exitCode = 2
    return
  }
  const config = adminConfig()
  const password = config.ADMIN_PASSWORD ?? (await askPassword())
  const log = createLogger({ name: 'admin', level: 'warn' })
  const closers = createClosers({ log })
  try {
    const platform = await openPlatform({
      name: 'admin',
      mongoUri: config.MONGODB_URI,
      redisUrl: config.REDIS_URL,
      redisPrefix: config.REDIS_PREFIX,
      serverKey: config.SERVER_KEY,
      log,
      closers,
    })
    const by = { kind: 'system', id: 'admin-command' } as const
    await createAgency(
      platform,
      {
        id: AGENCY_ID,
        name: 'BPBD Kota Kupang',
        poskoPhone: values['posko-phone'] ?? null,
        ...(values.addressee && { addressees: values.addressee }),
        reference: kupang,
      },
      by,
    )
    const { login, name } = values
    const input = { agencyId: AGENCY_ID, login, displayName: name, password, role: role.data }
    const { userId } = await createUser(platform, input, by)
    await platform.store.settled()
    console.log(`${login} can sign in as ${role.data} (${userId}).`)
  } finally {
    await closers.closeAll()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
