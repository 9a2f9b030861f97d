import { z } from 'zod'

export type JsonSchema = Record<string, unknown>

/** JSON Schema (2020-12, as OpenAPI 3.1 wants it) of what comes in or goes out. */
export const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

/** The members of an object schema as OpenAPI parameters. */
export const parametersOf = (schema: z.ZodObject | undefined, where: 'path' | 'query'): JsonSchema[] => {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, member]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: member,
  }))
}
