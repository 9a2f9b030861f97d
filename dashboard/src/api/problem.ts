import type { Problem } from '#contracts/wire/problem.ts'

/** The server said no, and why. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.titleEn)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** No answer came, or none that can be read: a change may or may not have been made. Repeating with the same key is safe. */
export class UnreachableError extends Error {
  constructor(cause: unknown) {
    super('The server gave no readable answer.', { cause })
    this.name = 'UnreachableError'
  }
}

/** Is it unknown whether the change was made? Then the same action must be repeated under the same key. */
export const isUncertain = (error: unknown): boolean =>
  error instanceof UnreachableError || (error instanceof ProblemError && error.problem.status >= 500)

export const problemCode = (error: unknown): string | null =>
  error instanceof ProblemError ? error.problem.code : null

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  'title' in value &&
  'titleEn' in value &&
  'status' in value

/** The error in a response that is not a success. A proxy's page is no problem of ours: it counts as no answer. */
export const errorOf = async (response: Response): Promise<Error> => {
  const text = await response.text()
  try {
    const body: unknown = JSON.parse(text)
    if (isProblem(body)) return new ProblemError(body)
  } catch (error) {
    return new UnreachableError(error)
  }
  return new UnreachableError(new Error(`HTTP ${String(response.status)}`))
}
