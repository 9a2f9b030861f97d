import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Action } from '#contracts/wire/actions.ts'
import { type RouteName, type Routes, routes } from '#contracts/wire/routes/all.ts'
import type { Route } from '#contracts/wire/routes/route.ts'
import { SmokeFailure } from './failure.ts'

type Given<R, K extends 'params' | 'query' | 'body'> =
  R extends Record<K, infer S extends z.ZodType> ? Record<K, z.input<S>> : unknown
type Input<N extends RouteName> = Parts &
  Given<Routes[N], 'params'> &
  Given<Routes[N], 'query'> &
  Given<Routes[N], 'body'>
type Output<N extends RouteName> = z.output<NonNullable<Routes[N]['response']>>

export interface SignIn {
  role: string
  login: string
  password: string
}

/** The people of the control centre over HTTP: whoever may do an action does it; every answer must fit its schema. */
export interface Client {
  call<N extends RouteName>(name: N, input: Input<N>): Promise<Output<N>>
}

interface Session {
  token: string
  actions: readonly Action[]
}

/** Signs everybody in, in the order given: the first one who may do something is asked to do it. */
export async function signInAll(apiUrl: string, signIns: readonly SignIn[]): Promise<Client> {
  const sessions: Session[] = []
  for (const { login, password } of signIns) {
    const { accessToken, me } = routes.login.response.parse(
      await request(apiUrl, routes.login, { body: { login, password } }, null),
    )
    sessions.push({ token: accessToken, actions: me.actions })
  }
  return {
    call: async <N extends RouteName>(name: N, input: Input<N>) => {
      const route: Route = routes[name]
      const session = sessions.find(({ actions }) => actions.some((action) => action === route.action))
      if (session === undefined) throw new SmokeFailure(`nobody who signed in may do ${route.action}`)
      const answer = await request(apiUrl, route, input, session.token)
      const read = route.response?.safeParse(answer)
      if (read?.success === false)
        throw new SmokeFailure(`the answer of ${name} does not fit: ${read.error.message}`)
      return read?.data as Output<N>
    },
  }
}

interface Parts {
  params?: Readonly<Record<string, unknown>>
  query?: Readonly<Record<string, unknown>>
  body?: unknown
}

async function request(apiUrl: string, route: Route, parts: Parts, token: string | null): Promise<unknown> {
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
      ...(route.method === 'get' ? {} : { 'idempotency-key': randomUUID() }),
    },
    body: parts.body === undefined ? null : JSON.stringify(parts.body),
    signal: AbortSignal.timeout(15_000),
  })
  const text = await response.text()
  if (response.status !== route.status)
    throw new SmokeFailure(
      `${route.method} ${url.pathname} answered ${response.status}: ${text.slice(0, 300)}`,
    )
  return text === '' ? null : JSON.parse(text)
}
