import type { z } from 'zod'

/** The environment does not describe a process that can run. `mistakes` holds one plain line per variable. */
export class ConfigError extends Error {
  readonly mistakes: readonly string[]

  constructor(mistakes: readonly string[]) {
    super(['The configuration has mistakes:', ...mistakes.map((mistake) => `  ${mistake}`)].join('\n'))
    this.name = 'ConfigError'
    this.mistakes = mistakes
  }
}

/**
 * Reads the variables named by `schema` from `env`; others are ignored, an empty value counts as missing.
 * Throws one `ConfigError` that lists every mistake, by name and never by value: values can be secrets.
 * Numbers need `z.coerce.number()`, switches `z.stringbool()` (`z.coerce.boolean()` takes "false" for true).
 */
export function readEnv<Schema extends z.ZodObject>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const given: Record<string, string> = {}
  for (const name of Object.keys(schema.shape)) {
    const value = env[name]
    if (value !== undefined && value.trim() !== '') given[name] = value
  }

  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new ConfigError(result.error.issues.map((issue) => mistake(issue, given)))
}

function mistake(issue: z.core.$ZodIssue, given: Readonly<Record<string, string>>): string {
  const name = issue.path[0]?.toString()
  if (name === undefined) return issue.message
  return name in given ? `${name}: ${issue.message}` : `${name}: missing`
}
