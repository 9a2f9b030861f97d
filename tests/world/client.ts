import type { z } from 'zod'
import { routes, type RouteName, type Routes } from '#contracts/wire/routes/all.ts'
import type { Route } from '#contracts/wire/routes/route.ts'

type AnswerOf<N extends RouteName> = Routes[N]['response'] extends z.ZodType
  ? z.infer<Routes[N]['response']>
  : null

export interface Call {
  params?: Record<string, string>
  query?: Record<string, string | number>
  body?: unknown
  /** Idempotency-Key. */
  key?: string
}
export interface Answer<T> {
  status: number
  headers: Headers
  body: T
}

/** Somebody who is signed in. Every 2xx is checked against the response schema of its route. */
export interface Client {
  /** The raw answer, whatever its status. */
  try: (name: RouteName, call?: Call) => Promise<Answer<Record<string, unknown>>>
  /** The body of a good answer; throws with the problem otherwise. */
  call: <N extends RouteName>(name: N, call?: Call) => Promise<AnswerOf<N>>
}

const pathOf = (route: Route, { params = {}, query = {} }: Call): string => {
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? `no-${name}`),
  )
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return `/api/v1${path}${search.size > 0 ? `?${search}` : ''}`
}

/** The parsed JSON, or the bytes of a picture or a document. */
const bodyOf = async (response: Response): Promise<Record<string, unknown>> => {
  if (/^(image|application\/pdf)/.test(response.headers.get('content-type') ?? ''))
    return new Uint8Array(await response.arrayBuffer()) as never
  const text = await response.text()
  return (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
}

/** JSON, or the bytes of a photo as they are. */
const sentAs = (body: unknown): { type: string; body: string | Uint8Array<ArrayBuffer> } => {
  const bytes = typeof body === 'object' && body !== null && 'bytes' in body ? body.bytes : null
  return bytes instanceof Uint8Array
    ? { type: 'image/jpeg', body: Uint8Array.from(bytes) }
    : { type: 'application/json', body: JSON.stringify(body) }
}

/** Speaks to a running api, as nobody (`token` null) or with an access token. */
export const client = (apiUrl: string, token: string | null): Client => {
  const attempt = async (name: RouteName, call: Call = {}): Promise<Answer<Record<string, unknown>>> => {
    const route: Route = routes[name]
    const sent = call.body === undefined ? null : sentAs(call.body)
    const response = await fetch(`${apiUrl}${pathOf(route, call)}`, {
      method: route.method.toUpperCase(),
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(sent === null ? {} : { 'content-type': sent.type }),
        ...(call.key === undefined ? {} : { 'idempotency-key': call.key }),
      },
      ...(sent === null ? {} : { body: sent.body }),
      signal: AbortSignal.timeout(20_000),
    })
    return { status: response.status, headers: response.headers, body: await bodyOf(response) }
  }
  return {
    try: attempt,
    call: async (name, call) => {
      const route: Route = routes[name]
      const { status, body } = await attempt(name, call)
      if (status !== route.status) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`)
      return (route.response === null ? null : route.response.parse(body)) as AnswerOf<typeof name>
    },
  }
}

/** Signs in over HTTP. */
export const signIn = async (apiUrl: string, login: string, password: string): Promise<Client> => {
  const { accessToken } = await client(apiUrl, null).call('login', { body: { login, password } })
  return client(apiUrl, accessToken)
}

/** Waits until `look` gives something; throws what it was waiting for after `seconds`. */
export const until = async <T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  seconds = 30,
): Promise<T> => {
  const deadline = performance.now() + seconds * 1000
  let last: unknown
  while (performance.now() < deadline) {
    try {
      const found = await look()
      if (found !== null && found !== undefined && found !== false) return found
    } catch (error) {
      last = error
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`waited ${seconds} s for: ${what}`, { cause: last })
}
