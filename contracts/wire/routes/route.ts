import type { z } from 'zod'
import type { Action } from '../actions.ts'

/** One HTTP route of `/api/v1`: what comes in, what goes out, and which action it needs. The api, its OpenAPI page and the dashboard all read this. */
export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Express path below `/api/v1`. */
  path: string
  /** `public`: nobody is signed in yet. `self`: whoever is signed in, about himself. */
  action: Action | 'public' | 'self'
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodObject
  /** The types of the bytes that come in instead of JSON; `body` is `Upload`, they are its `bytes`. */
  upload?: readonly string[]
  /** Takes no Idempotency-Key, of which a digest of the body would be kept: the body is a password. */
  unkeyed?: true
  status: 200 | 201 | 204
  /** What is answered instead of JSON: `response` are its bytes. */
  media?: 'image/jpeg' | 'application/pdf'
  response: z.ZodType | null
}

/** The body of a route with an `upload`. */
export interface Upload {
  bytes: Uint8Array
}
