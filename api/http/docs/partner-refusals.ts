import { noExamples } from '#contracts/wire/partner/examples-in.ts'
import { partnerLimits, type PartnerLimitKind } from '#contracts/wire/partner/limits.ts'
import { Problem } from '#contracts/wire/problem.ts'
import { withExamples } from './examples.ts'
import { problemResponse } from './operations.ts'
import { schemaOf, type JsonSchema } from './schema.ts'

const { windowS, requests, bytes, atOnce } = partnerLimits

/** The limits of one kind of request, for programs. */
export const limitsOf = (kind: PartnerLimitKind): JsonSchema => ({
  requests: requests[kind],
  windowS,
  atOnce: atOnce[kind],
  ...(kind !== 'reads' && { maxBytes: bytes[kind] }),
})

/** The same, for people. */
export const limitsSaid = (kind: PartnerLimitKind): string => {
  const size = kind === 'reads' ? '' : `At most ${bytes[kind]} bytes. `
  const often = `At most ${requests[kind]} requests in ${windowS} s and ${atOnce[kind]} at the same time`
  return `${size}${often}; beyond that 429 with Retry-After.`
}

const retryAfter: JsonSchema = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
}
/** Reads carry nothing that could be too large, of the wrong type, or under an id that was used. */
const notOfReads = new Set([409, 413, 415, 422])

/** Every "no" to a signed request, by status, with an example of each code. */
export const refusals = (kind: PartnerLimitKind): Record<string, JsonSchema> => {
  const said = noExamples.filter(({ status }) => kind !== 'reads' || !notOfReads.has(status))
  const statuses = [...new Set(said.map(({ status }) => status))]
  const responses = statuses.map((status) => {
    const alike = said.filter((problem) => problem.status === status)
    const content = withExamples(
      { 'application/problem+json': { schema: schemaOf(Problem, 'output') } },
      Object.fromEntries(alike.map((problem) => [problem.code, problem])),
    )
    const description = alike.map(({ titleEn }) => titleEn).join(' ')
    return [
      status,
      { description, ...(status === 429 || status === 503 ? { headers: retryAfter } : {}), content },
    ]
  })
  return { ...Object.fromEntries(responses), default: problemResponse }
}
