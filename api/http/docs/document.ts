import { Problem } from '#contracts/wire/problem.ts'
import { apiPaths } from './operations.ts'
import { partnerPaths, partnerWebhooks } from './partner-operations.ts'
import { schemaOf, type JsonSchema } from './schema.ts'

export interface OpenApi {
  openapi: string
  info: JsonSchema
  servers: JsonSchema[]
  paths: Record<string, Record<string, JsonSchema>>
  webhooks: Record<string, Record<string, JsonSchema>>
  components: JsonSchema
}

/** OpenAPI 3.1 of everything that this api answers and sends, made from the schemas that check it. */
export const openApiDocument = (publicUrl: string): OpenApi => ({
  openapi: '3.1.0',
  info: {
    title: 'Top Ranger',
    version: '1.0.0',
    description: 'Disaster-volunteer dispatch of BPBD Kota Kupang: people, partners and what they are sent.',
  },
  servers: [{ url: publicUrl }],
  paths: { ...apiPaths(), ...partnerPaths() },
  webhooks: partnerWebhooks(),
  components: {
    securitySchemes: {
      accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      refreshCookie: { type: 'apiKey', in: 'cookie', name: 'tr_refresh' },
    },
    responses: {
      Problem: {
        description: 'No, and why (RFC 9457).',
        content: { 'application/problem+json': { schema: schemaOf(Problem, 'output') } },
      },
    },
  },
})
