import { Refusal } from '#contracts/domain/refusal.ts'
import { isAway } from '#contracts/store/errors.ts'
import {
  problems,
  refusalProblems,
  type Problem,
  type ProblemCode,
  type ProblemKind,
} from '#contracts/wire/problem.ts'
import { Trouble } from '../trouble.ts'

export interface Answered {
  problem: Problem
  headers: Readonly<Record<string, string>>
}

interface Said {
  code: string
  kind: ProblemKind
  fields?: Problem['fields']
  detail?: Problem['detail']
  headers?: Readonly<Record<string, string>>
}

const RETRY_AFTER_S = 2

/** What express and its body parser throw, by status. */
const ofStatus: Readonly<Record<number, ProblemCode>> = {
  404: 'no_route',
  413: 'too_large',
  415: 'unsupported_type',
}

const plain = (code: ProblemCode, rest: Omit<Said, 'code' | 'kind'> = {}): Said => ({
  code,
  kind: problems[code],
  ...rest,
})

const ofTrouble = ({ code, detail }: Trouble): Said => {
  const { fields, retryAfterS, headers = {} } = detail
  return plain(code, {
    fields: fields && [...fields],
    headers: { ...headers, ...(retryAfterS !== undefined && { 'retry-after': String(retryAfterS) }) },
  })
}

/** That a thing exists but is somebody else's is nobody's business. */
const ofRefusal = ({ code, detail }: Refusal): Said =>
  code === 'not_yours'
    ? plain('not_found')
    : {
        code,
        kind: refusalProblems[code],
        ...(Object.keys(detail).length > 0 && { detail: { ...detail } }),
      }

/** Only what came from outside carries a status below 500: a body or an address that cannot be read. */
const codeOf = (error: unknown): ProblemCode => {
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  if (typeof status !== 'number' || status < 400 || status >= 500) return 'unexpected'
  return ofStatus[status] ?? 'malformed'
}

const say = (error: unknown): Said => {
  if (error instanceof Trouble) return ofTrouble(error)
  if (error instanceof Refusal) return ofRefusal(error)
  if (isAway(error)) return plain('not_saved', { headers: { 'retry-after': String(RETRY_AFTER_S) } })
  return plain(codeOf(error))
}

/** Every error as RFC 9457 problem details; `id` is that of the request, under which the log tells more. */
export const toProblem = (error: unknown, id: string): Answered => {
  const { code, kind, fields, detail, headers = {} } = say(error)
  const { status, id: title, en: titleEn } = kind
  const type = `/api/docs#problem-${code}`
  return { problem: { type, title, titleEn, status, code, id, fields, detail }, headers }
}
