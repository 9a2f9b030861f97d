import type { RouteName } from '#contracts/wire/routes/all.ts'
import type { Session } from '../session/session.ts'
import { addresses } from './addresses.ts'
import { ProblemError } from './problem.ts'
import type { Send } from './send.ts'
import type { Answer, Input } from './types.ts'

export interface CallOptions {
  key?: string
  signal?: AbortSignal
}

export interface Api {
  /** Calls a route as whoever is signed in. @throws ProblemError, UnreachableError */
  call: <N extends RouteName>(name: N, input: Input<N>, options?: CallOptions) => Promise<Answer<N>>
}

const isTokenRefused = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 401

/** Every change carries an idempotency key; a token that died meanwhile is renewed once, and the call repeated as it was. */
export const createApi = (send: Send, session: Session, newKey: () => string): Api => ({
  call: async (name, input, options = {}) => {
    const [method] = addresses[name]
    const envelope = method === 'get' ? options : { ...options, key: options.key ?? newKey() }
    const token = session.token() ?? (await session.refresh())
    try {
      return await send(name, input, { ...envelope, token })
    } catch (error) {
      if (!isTokenRefused(error)) throw error
      return await send(name, input, { ...envelope, token: await session.refresh() })
    }
  },
})
