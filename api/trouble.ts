import type { ProblemCode } from '#contracts/wire/problem.ts'

export interface TroubleDetail {
  /** What is wrong with which part of the input: `body.place.kelurahan`. */
  fields?: readonly { path: string; message: string }[]
  /** When to come back. */
  retryAfterS?: number
  headers?: Readonly<Record<string, string>>
}

/** A "no" of this process, beside the refusals of the domain; answered as problem+json. Carries no personal data. */
export class Trouble extends Error {
  readonly code: ProblemCode
  readonly detail: TroubleDetail
  constructor(code: ProblemCode, detail: TroubleDetail = {}) {
    super(code)
    this.name = 'Trouble'
    this.code = code
    this.detail = detail
  }
}

/** One part of the input does not fit. */
export const invalid = (path: string, message: string): Trouble =>
  new Trouble('invalid', { fields: [{ path, message }] })
