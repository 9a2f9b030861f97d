import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the parameters that OWASP recommends: 19 MiB, 2 passes, 1 lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/** Each check costs 19 MiB and a core for some 20 ms: more at once would only starve everything else. */
const AT_ONCE = 4

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS)

/** Checks passwords, few at a time. */
export const createPasswords = () => {
  const nobody = hashPassword('nobody signs in with this')
  const waiting: (() => void)[] = []
  let running = 0

  const enter = async (): Promise<void> => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
  }
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }

  return {
    /** Does the password fit? For an unknown user (null) it takes as long to say no. */
    fits: async (passwordHash: string | null, password: string): Promise<boolean> => {
      await enter()
      try {
        const fits = await verify(passwordHash ?? (await nobody), password)
        return fits && passwordHash !== null
      } finally {
        leave()
      }
    },
  }
}
export type Passwords = ReturnType<typeof createPasswords>
