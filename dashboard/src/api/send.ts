import type { RouteName } from '#contracts/wire/routes/all.ts'
import { addresses } from './addresses.ts'
import { deadlineOf, within } from './deadline.ts'
import { errorOf, ProblemError, UnreachableError } from './problem.ts'
import type { ServerClock } from './server-clock.ts'
import type { Answer, Input } from './types.ts'

export interface Envelope {
  token?: string | null
  /** Idempotency-Key: the same for every attempt of one action of a person. */
  key?: string
  signal?: AbortSignal
}

/** Calls one route once. @throws ProblemError, UnreachableError */
export type Send = <N extends RouteName>(name: N, input: Input<N>, envelope?: Envelope) => Promise<Answer<N>>

/** The address of a call below `/api/v1`, with its path and query filled in. */
export const addressOf = (
  path: string,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string => {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if ((typeof value === 'string' && value !== '') || typeof value === 'number')
      search.set(name, String(value))
  return `/api/v1${filled}${search.size > 0 ? `?${search.toString()}` : ''}`
}

/** JSON, or the bytes of a photo as they are. */
const sentAs = (body: object): { type: string; body: string | Uint8Array<ArrayBuffer> } =>
  'bytes' in body && body.bytes instanceof Uint8Array
    ? { type: 'image/jpeg', body: Uint8Array.from(body.bytes) }
    : { type: 'application/json', body: JSON.stringify(body) }

/** What is answered as bytes. */
const bytes = ['image/jpeg', 'application/pdf']

/** The answer in a response. @throws ProblemError, UnreachableError; whatever breaks off the reading of it */
const answerIn = async (response: Response): Promise<unknown> => {
  if (!response.ok) throw await errorOf(response)
  if (response.status === 204) return null
  if (bytes.includes(response.headers.get('content-type') ?? ''))
    return new Uint8Array(await response.arrayBuffer())
  return await response.json()
}

/** Each call ends: with its answer, or as unreachable after its deadline, the reading of the answer included. */
export const createSend =
  (fetcher: typeof fetch, clock: ServerClock, own: () => number): Send =>
  async <N extends RouteName>(name: N, input: Input<N>, envelope: Envelope = {}): Promise<Answer<N>> => {
    const [method, path] = addresses[name]
    const headers = new Headers({ accept: 'application/json, image/jpeg, application/pdf' })
    if (envelope.token) headers.set('authorization', `Bearer ${envelope.token}`)
    if (envelope.key !== undefined) headers.set('idempotency-key', envelope.key)
    const sent = method === 'get' ? null : sentAs(input.body ?? {})
    if (sent) headers.set('content-type', sent.type)
    const sentAt = own()
    try {
      return await within(deadlineOf(name), envelope.signal, async (signal) => {
        const response = await fetcher(addressOf(path, input.params, input.query), {
          method: method.toUpperCase(),
          headers,
          credentials: 'same-origin',
          cache: 'no-store',
          ...(sent ? { body: sent.body } : {}),
          signal,
        })
        clock.observe(response, sentAt)
        // The api answers what the contract says; its own tests hold it to that.
        return (await answerIn(response)) as Answer<N>
      })
    } catch (error) {
      if (error instanceof ProblemError || error instanceof UnreachableError) throw error
      if (envelope.signal?.aborted) throw error
      throw new UnreachableError(error)
    }
  }
