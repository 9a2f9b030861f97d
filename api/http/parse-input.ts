import type { z } from 'zod'
import { Trouble } from '../trouble.ts'

/**
 * Input from outside, checked. Everywhere else a ZodError is a fault of ours (500), never blamed on who asks.
 * @throws Trouble `invalid` with the path of each field
 */
export const parseInput = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new Trouble('invalid', {
    fields: result.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  })
}
