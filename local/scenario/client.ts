import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import { Problem } from '#contracts/wire/problem.ts'
import { type RouteName, type Routes, routes } from '#contracts/wire/routes/all.ts'
import type { Route } from '#contracts/wire/routes/route.ts'

type Given<R, K extends 'params' | 'query' | 'body'> =
  R extends Record<K, infer S extends z.ZodType> ? Record<K, z.input<S>> : unknown
type Input<N extends RouteName> = Parts &
  Given<Routes[N], 'params'> &
  Given<Routes[N], 'query'> &
  Given<Routes[N], 'body'>
type Output<N extends RouteName> = z.output<NonNullable<Routes[N]['response']>>

interface Parts {
  params?: Readonly<Record<string, unknown>>
  query?: Readonly<Record<string, unknown>>
  body?: unknown
  /** Idempotency-Key: the same for every try of one deed. */
  key?: string
}

/** A definite no: asking again would not help. */
export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(
    readonly status: number,
    readonly code: string,
    what: string,
  ) {
    super(`${what}: ${status} ${code}`)
  }
}

/** Somebody of the control room, over HTTP. Every good answer must fit its schema. */
export interface Client {
  /** Tries until there is an answer: the api may be starting again. @throws Refused */
  call<N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>>
  /** The token of the last call. */
  token: () => string
}

export interface Credentials {
  login: string
  password: string
}

const TRIES = 12
const BETWEEN_TRIES_MS = 2500
const DEADLINE_MS = 20_000

/** Signs in; signs in again when the token has run out. */
export async function signIn(apiUrl: string, credentials: Credentials): Promise<Client> {
  let token = await freshToken()

  async function freshToken(): Promise<string> {
    const { body } = await persist(() => request(apiUrl, 'login', { body: credentials }, null))
    return routes.login.response.parse(body).accessToken
  }

  return {
    token: () => token,
    call: async <N extends RouteName>(name: N, input: Input<N>) => {
      const answer = await persist(() => request(apiUrl, name, input, token)).catch(
        async (error: unknown) => {
          if (!(error instanceof Refused) || error.status !== 401) throw error
          token = await freshToken()
          return persist(() => request(apiUrl, name, input, token))
        },
      )
      return routes[name].response?.parse(answer.body) as Output<N>
    },
  }
}

/** Not a no, but no answer either: the network, a process that is starting, a busy one. */
class NotNow extends Error {
  override readonly name = 'NotNow'
}

async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof Refused || tries >= TRIES) throw error
      await pause(BETWEEN_TRIES_MS)
    }
}

async function request(apiUrl: string, name: RouteName, parts: Parts, token: string | null) {
  const route: Route = routes[name]
  const path = route.path.replaceAll(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(parts.params?.[key])),
  )
  const url = new URL(`/api/v1${path}`, apiUrl)
  for (const [key, value] of Object.entries(parts.query ?? {})) url.searchParams.set(key, String(value))
  const response = await fetch(url, {
    method: route.method.toUpperCase(),
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(parts.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(parts.key === undefined ? {} : { 'idempotency-key': parts.key }),
    },
    body: parts.body === undefined ? null : JSON.stringify(parts.body),
    signal: AbortSignal.timeout(DEADLINE_MS),
  })
  const text = await response.text()
  const { status } = response
  if (status >= 500 || status === 429) throw new NotNow(`${name}: ${status}`)
  const body: unknown = text === '' ? null : JSON.parse(text)
  if (status === route.status) return { body }
  const problem = Problem.safeParse(body)
  throw new Refused(status, problem.success ? problem.data.code : 'unreadable', name)
}
