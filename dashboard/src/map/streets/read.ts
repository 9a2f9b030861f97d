import type { Session } from '../../session/session.ts'

/** Reads from the api what lies there for who is signed in. Rejects when there is no answer; any status is an answer. */
export type Read = (
  address: string,
  headers: Record<string, string>,
  signal?: AbortSignal,
) => Promise<Response>

const REFUSED = 401

/** A token that died meanwhile is renewed once. */
export const readAs =
  (session: Pick<Session, 'token' | 'refresh'>, fetcher: typeof fetch): Read =>
  async (address, headers, signal) => {
    const attempt = (token: string): Promise<Response> =>
      fetcher(address, {
        headers: { ...headers, authorization: `Bearer ${token}` },
        credentials: 'same-origin',
        cache: 'no-store',
        signal: signal ?? null,
      })
    const answer = await attempt(session.token() ?? (await session.refresh()))
    return answer.status === REFUSED ? attempt(await session.refresh()) : answer
  }
