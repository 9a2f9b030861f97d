import { setTimeout as rest } from 'node:timers/promises'
import { z } from 'zod'
import type { Place } from './place.ts'

const SignedIn = z.object({ accessToken: z.string(), me: z.object({ userId: z.string() }) })
const AGAIN_AFTER_MS = 500

interface Token {
  value: string
  userId: string
}

/** Everybody of the control room signs in, and again when a token has run out. */
export const signInAll = async ({ apis, logins }: Pick<Place, 'apis' | 'logins'>) => {
  const tokens = new Map<string, Token>()
  const [url = ''] = apis

  const signIn = async (login: string, password: string): Promise<Token> => {
    const answer = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
      signal: AbortSignal.timeout(15_000),
    })
    const { accessToken, me } = SignedIn.parse(await answer.json())
    return { value: accessToken, userId: me.userId }
  }
  const all = async (): Promise<void> => {
    for (const { role, login, password } of logins) tokens.set(role, await signIn(login, password))
  }
  await all()

  let renewing: Promise<void> | null = null
  return {
    of: (role: string): Token => {
      const token = tokens.get(role)
      if (token === undefined) throw new Error(`no ${role} signed in`)
      return token
    },
    /** At most one at a time; a failure is tried again by the next who needs it. */
    renew: (): Promise<void> =>
      (renewing ??= all()
        .catch(() => rest(AGAIN_AFTER_MS))
        .finally(() => {
          renewing = null
        })),
  }
}
