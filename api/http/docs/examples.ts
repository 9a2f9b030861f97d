import type { JsonSchema } from './schema.ts'

/** Examples by name, as OpenAPI 3.1 wants them. */
export type Examples = Readonly<Record<string, unknown>>

/** A media type object with its examples. */
export const withExamples = (content: JsonSchema, examples: Examples): JsonSchema =>
  Object.fromEntries(
    Object.entries(content).map(([media, described]) => [
      media,
      {
        ...(described as JsonSchema),
        examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
      },
    ]),
  )
