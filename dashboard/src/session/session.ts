import type { Me } from '#contracts/wire/routes/session.ts'
import { ProblemError, UnreachableError } from '../api/problem.ts'
import type { Send } from '../api/send.ts'
import type { ServerClock } from '../api/server-clock.ts'
import type { Answer } from '../api/types.ts'
import type { Exclusively } from './exclusively.ts'

/** `expired`: he was signed in, and his work is still on the screen behind the sign-in form. */
export type SessionState =
  | { status: 'checking' }
  | { status: 'unreachable' }
  | { status: 'out'; ended: boolean }
  | { status: 'in'; me: Me }
  | { status: 'expired'; me: Me }

export interface Session {
  state: () => SessionState
  subscribe: (listener: () => void) => () => void
  /** The access token, in memory only. */
  token: () => string | null
  signIn: (login: string, password: string) => Promise<void>
  /** A new access token for the cookie; calls at the same time share one renewal. @throws ProblemError, UnreachableError */
  refresh: () => Promise<string>
  signOut: () => Promise<void>
  /** Somebody signed out in another tab. */
  forget: () => void
  stop: () => void
}

/** Renewed this long before the token dies. */
const EARLY_MS = 60_000
/** A screen on a wall has nobody who presses: what could not be reached at the beginning is tried again. */
const AGAIN_MS = 5000

export const createSession = (
  send: Send,
  clock: ServerClock,
  exclusively: Exclusively,
  newKey: () => string,
): Session => {
  const listeners = new Set<() => void>()
  let state: SessionState = { status: 'checking' }
  let token: string | null = null
  let renewing: Promise<string> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const become = (next: SessionState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const lose = (): void => {
    token = null
    clearTimeout(timer)
    if (state.status === 'in') become({ status: 'expired', me: state.me })
    else if (state.status !== 'expired') become({ status: 'out', ended: false })
  }
  const keep = (answer: Answer<'login'>): string => {
    token = answer.accessToken
    clearTimeout(timer)
    const left = Date.parse(answer.expiresAt) - clock.now()
    timer = setTimeout(
      () => {
        // A refusal has already become "expired"; without an answer the next call tries again.
        refresh().catch(() => undefined)
      },
      Math.max(1000, left - Math.min(EARLY_MS, left / 2)),
    )
    become({ status: 'in', me: answer.me })
    return answer.accessToken
  }
  const ask = () => send('refresh', {}, { key: newKey() })
  const renew = async (): Promise<string> => {
    try {
      const answer = await exclusively(() =>
        // The answer may be lost after the cookie was used up; the server takes it once more, for a few seconds.
        ask().catch((error: unknown) => {
          if (error instanceof UnreachableError) return ask()
          throw error
        }),
      )
      return keep(answer)
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status < 500) lose()
      else if (state.status === 'checking' || state.status === 'unreachable') {
        become({ status: 'unreachable' })
        clearTimeout(timer)
        timer = setTimeout(() => void refresh().catch(() => undefined), AGAIN_MS)
      }
      throw error
    }
  }
  const refresh = (): Promise<string> => {
    renewing ??= renew().finally(() => {
      renewing = null
    })
    return renewing
  }
  const forget = (): void => {
    token = null
    clearTimeout(timer)
    become({ status: 'out', ended: true })
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    token: () => token,
    signIn: async (login, password) => {
      keep(await exclusively(() => send('login', { body: { login, password } }, { key: newKey() })))
    },
    refresh,
    signOut: async () => {
      await send('logout', {}, { token, key: newKey() })
      forget()
    },
    forget,
    stop: () => {
      clearTimeout(timer)
      listeners.clear()
    },
  }
}
