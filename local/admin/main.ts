import { parseArgs } from 'node:util'
import { Role, roles } from '#contracts/domain/roles.ts'
import { adminConfig } from './config.ts'
import { AGENCY_ID, create } from './create.ts'
import { setFacilities } from './facilities.ts'
import { leaveAgain } from './leave-again.ts'
import { askPassword } from './password.ts'
import { onPlatform } from './platform.ts'

const usage = `npm run admin -- create --login NAME --name "DISPLAY NAME" [--role ${roles.join('|')}] [--posko-phone +62…]
Creates the agency of Kota Kupang when it is not there yet, and a user who can sign in (role admin unless said otherwise).
npm run admin -- facilities --file FILE.json
Hospitals, posts, ports and airports on the map become those of the file: name, type, lat, lng and kelurahan of each.
npm run admin -- leave-again --anchor FILE
After a restore, before api and worker start: whoever took back his consent after the backup was made leaves again.
Environment: MONGODB_URI, REDIS_URL, SERVER_KEY as for the api; ADMIN_PASSWORD instead of typing the password.`

/** `npm run admin`: what is done at the server itself, where nobody has signed in. */
const main = async (): Promise<void> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      login: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', default: 'admin' },
      'posko-phone': { type: 'string' },
      addressee: { type: 'string', multiple: true },
      anchor: { type: 'string' },
      file: { type: 'string' },
    },
  })
  const [what] = positionals
  const { login, name, anchor, file, addressee: addressees } = values
  const role = Role.safeParse(values.role)
  if (what === 'create' && login && name && role.success) {
    const password = adminConfig().ADMIN_PASSWORD ?? (await askPassword())
    const poskoPhone = values['posko-phone'] ?? null
    const wanted = { login, name, password, role: role.data, poskoPhone, addressees }
    return onPlatform(
      async (platform) => `${login} can sign in as ${role.data} (${await create(platform, wanted)}).`,
    )
  }
  if (what === 'facilities' && file)
    return onPlatform(
      async (platform) => `${String(await setFacilities(platform, AGENCY_ID, file))} facilities are known.`,
    )
  if (what === 'leave-again' && anchor)
    return onPlatform(async (platform) => {
      const { again, out } = await leaveAgain(platform, anchor)
      if (out.length > 0) process.exitCode = 1
      return `${again} people left again${out.length > 0 ? `; out on a task or bound, call them home and run this again: ${out.join(', ')}` : '.'}`
    })
  console.error(usage)
  process.exitCode = 2
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
