import type { z } from 'zod'
import { routes } from '#contracts/wire/routes/all.ts'
import type { Route } from '#contracts/wire/routes/route.ts'
import { API } from '../register.ts'
import { parametersOf, schemaOf, type JsonSchema } from './schema.ts'

const IDEMPOTENCY: JsonSchema = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'One effect and one answer for each key, for ever; the same key with another body is refused.',
  schema: { type: 'string', pattern: '^[!-~]{1,128}$' },
}

export const json = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => ({
  'application/json': { schema: schemaOf(schema, io) },
})

/** Bytes have no JSON schema. */
const bytesOf = (types: readonly string[]): JsonSchema => Object.fromEntries(types.map((type) => [type, {}]))

const contentOf = (response: z.ZodType, media: Route['media']): JsonSchema =>
  media === undefined ? json(response, 'output') : bytesOf([media])

export const problemResponse: JsonSchema = { $ref: '#/components/responses/Problem' }

const securityOf = ({ action, path }: Route): JsonSchema[] => {
  if (action !== 'public') return [{ accessToken: [] }]
  return path === '/auth/login' ? [] : [{ refreshCookie: [] }]
}

const operationOf = (name: string, route: Route): JsonSchema => {
  const { method, action, summary, params, query, body, status, response, media, upload, unkeyed } = route
  const isKeyed = method !== 'get' && action !== 'public' && unkeyed === undefined
  return {
    operationId: name,
    summary,
    description: `Action: \`${action}\``,
    security: securityOf(route),
    parameters: [
      ...parametersOf(params, 'path'),
      ...parametersOf(query, 'query'),
      ...(isKeyed ? [IDEMPOTENCY] : []),
    ],
    ...(body && { requestBody: { required: true, content: upload ? bytesOf(upload) : json(body, 'input') } }),
    responses: {
      [status]: { description: 'Done.', ...(response && { content: contentOf(response, media) }) },
      default: problemResponse,
    },
  }
}

/** The operations of people: one for each route of the catalogue. */
export const apiPaths = (): Record<string, Record<string, JsonSchema>> => {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const [name, route] of Object.entries<Route>(routes)) {
    const path = API + route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operationOf(name, route) }
  }
  return paths
}
