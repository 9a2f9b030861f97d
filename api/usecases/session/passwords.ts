import { hash, verify } from '@node-rs/argon2'
import { createGate } from '#contracts/runtime/gate.ts'

/** Argon2id with the parameters that OWASP recommends: 19 MiB, 2 passes, 1 lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/** Each check costs 19 MiB and a core for some 20 ms. */
const AT_ONCE = 4

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS)

/** Checks passwords, few at a time. */
export const createPasswords = () => {
  const nobody = hashPassword('nobody signs in with this')
  const gate = createGate(AT_ONCE)

  return {
    /** Does the password fit? For an unknown user (null) it takes as long to say no. */
    fits: (passwordHash: string | null, password: string): Promise<boolean> =>
      gate(async () => {
        const fits = await verify(passwordHash ?? (await nobody), password)
        return fits && passwordHash !== null
      }),
  }
}
export type Passwords = ReturnType<typeof createPasswords>
