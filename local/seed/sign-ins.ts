import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { roles } from '#contracts/domain/roles.ts'

const Secrets = z.object({
  serverKey: z.string(),
  jwtSecret: z.string(),
  partnerIn: z.string(),
  partnerOut: z.string(),
  sandboxIn: z.string(),
  sandboxOut: z.string(),
  passwords: z.record(z.string(), z.string()),
})
export type LocalSecrets = z.infer<typeof Secrets>

const webhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** Keys and passwords of this local city: made once by chance, kept beside its data, never in the repository. */
export const localSecrets = async (dataDir: string): Promise<LocalSecrets> => {
  const file = join(dataDir, 'secrets.json')
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  const known = kept === null ? {} : Secrets.partial().parse(JSON.parse(kept))
  const secrets: LocalSecrets = {
    serverKey: randomBytes(32).toString('hex'),
    jwtSecret: randomBytes(32).toString('hex'),
    partnerIn: webhookSecret(),
    partnerOut: webhookSecret(),
    sandboxIn: webhookSecret(),
    sandboxOut: webhookSecret(),
    passwords: Object.fromEntries(roles.map((role) => [role, `${role}-${randomBytes(4).toString('hex')}`])),
    // A city of an older release keeps its own; what is new since is made now.
    ...known,
  }
  await writeFile(file, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  await chmod(file, 0o600)
  return secrets
}
