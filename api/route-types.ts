import type { z } from 'zod'
import type { Route } from '#contracts/wire/routes/route.ts'

type Part<R extends Route, P extends 'params' | 'query' | 'body'> =
  R extends Record<P, infer S extends z.ZodType> ? z.output<S> : Record<string, never>

/** What came in on a route, checked by its schemas. */
export interface Given<R extends Route> {
  params: Part<R, 'params'>
  query: Part<R, 'query'>
  body: Part<R, 'body'>
}

/** What a route answers. */
export type Answer<R extends Route> = R extends { response: infer S extends z.ZodType } ? z.output<S> : null
