import type { Kind } from './ledger.ts'
import type { Message } from './say.ts'

/** What somebody of the control room asks for, each with a key of its own. `path`: below /api/v1. */
export const createOrder =
  ({ nextId, token }: { nextId: (what: string) => string; token: () => { value: string; userId: string } }) =>
  (
    kind: Kind,
    path: string,
    body: object,
    about: Record<string, string>,
    method: 'POST' | 'PUT' = 'POST',
  ): Message => {
    const id = nextId('key')
    return {
      kind,
      id,
      op: `api:${token().userId}:${id}`,
      method,
      path: `/api/v1${path}`,
      body: JSON.stringify(body),
      headers: () => ({
        'content-type': 'application/json',
        'idempotency-key': id,
        authorization: `Bearer ${token().value}`,
      }),
      about,
    }
  }
