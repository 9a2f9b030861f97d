import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPartner, partnerIdOf } from '../../api/usecases/setup/create-partner.ts'
import type { Actor } from '#contracts/domain/fact.ts'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import type { Platform } from '#contracts/store/open.ts'
import { samplePeople, type SamplePerson } from './people.ts'
import type { LocalSecrets } from './sign-ins.ts'

/** A partner for an engineer to try everything with: his drivers are invented, and he gets drills and nothing else. */
export const SANDBOX_PARTNER = 'sandbox-contoh'

const DRIVERS = ['Satu', 'Dua', 'Tiga']
/** Far from the numbers of the other sample people. */
const FIRST = 9001

/** His drivers: admitted, and off duty until their platform says otherwise. */
export const sandboxPeople = (areas: readonly Kelurahan[]): SamplePerson[] =>
  samplePeople(DRIVERS.length, areas).map((person, index) => ({
    ...person,
    number: FIRST + index,
    displayName: `Relawan Sandbox ${DRIVERS[index]}`,
    phone: `+628120000${FIRST + index}`,
    plate: `DH ${FIRST + index} SB`,
    vehicle: 'motorcycle',
  }))

/** Makes him once: his address and his keys are the engineer's from then on. */
export const seedSandbox = async (
  platform: Platform,
  { agencyId, secrets }: { agencyId: string; secrets: LocalSecrets },
  by: Actor,
): Promise<void> => {
  if ((await platform.store.ledger.load('partner', partnerIdOf(agencyId, SANDBOX_PARTNER))) !== null) return
  const partner = { agencyId, ref: SANDBOX_PARTNER, name: 'Sandbox (contoh)', sandbox: true, url: null }
  await createPartner(
    platform,
    { ...partner, secretIn: secrets.sandboxIn, secretOut: secrets.sandboxOut },
    by,
  )
}

export const sandboxFile = (dataDir: string): string => join(dataDir, 'sandbox.env')

/** What a shell needs to speak as the sandbox partner, to be read in with `.`; readable by nobody else. */
export const writeSandboxFile = async (
  dataDir: string,
  { agencyId, apiUrl, secrets }: { agencyId: string; apiUrl: string; secrets: LocalSecrets },
): Promise<void> => {
  const lines = {
    API: apiUrl,
    REF: SANDBOX_PARTNER,
    PARTNER_ID: partnerIdOf(agencyId, SANDBOX_PARTNER),
    SECRET_IN: secrets.sandboxIn,
    SECRET_OUT: secrets.sandboxOut,
  }
  const text = Object.entries(lines).map(([name, value]) => `export ${name}='${value}'\n`)
  await writeFile(sandboxFile(dataDir), text.join(''), { mode: 0o600 })
}
