import type { z } from 'zod'
import type { RouteName, Routes } from '#contracts/wire/routes/all.ts'

/** What is known of a query before it is parsed: the keys one may leave out, with the types that come out. */
type Asked<Q extends z.ZodType> = {
  [K in keyof z.input<Q>]: K extends keyof z.output<Q> ? z.output<Q>[K] : never
}

type Part<R, K extends 'params' | 'query' | 'body'> =
  R extends Record<K, infer S extends z.ZodType>
    ? { [P in K]: K extends 'query' ? Asked<S> : z.input<S> }
    : { [P in K]?: undefined }

/** What a call of this route takes: `params`, `query` and `body`, as the contract has them. */
export type Input<N extends RouteName> = Part<Routes[N], 'params'> &
  Part<Routes[N], 'query'> &
  Part<Routes[N], 'body'>

type Answers = {
  [N in RouteName]: Routes[N]['response'] extends infer S extends z.ZodType ? z.output<S> : null
}
/** What this route answers. */
export type Answer<N extends RouteName> = Answers[N]

/** The routes that answer with `A`. */
export type RoutesAnswering<A> = {
  [N in RouteName]: Answer<N> extends A ? N : never
}[RouteName]

/** The routes that change something. */
export type Changes = {
  [N in RouteName]: Routes[N]['method'] extends 'get' ? never : N
}[RouteName]
