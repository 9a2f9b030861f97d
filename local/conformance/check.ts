import { deliver, type Answer, type Outgoing, type Theirs } from './deliver.ts'

/** What a check has at hand. */
export interface Bench {
  send: (message: Outgoing) => Promise<Answer>
  /** An id that was never used before. */
  newId: () => string
}

/** Null: as it should be; else one sentence that says what came instead. */
export type Finding = string | null

export interface Check {
  name: string
  /** What goes wrong in the field when it fails. */
  why: string
  run: (bench: Bench) => Promise<Finding>
}

export interface Result extends Pick<Check, 'name' | 'why'> {
  finding: Finding
}

const MOST_BYTES = 65_536
const said = ({ status, why }: Answer): string => (status === null ? `no answer (${why})` : `${status}`)

/** A message that is in order is taken: 2xx, within 5 s, at most 64 kB. */
export const taken = (answer: Answer): Finding => {
  const { status, bytes, tookMs } = answer
  if (status === null || status < 200 || status >= 300) return `wanted 2xx, got ${said(answer)}`
  return bytes > MOST_BYTES ? `the answer has ${bytes} bytes; we read ${MOST_BYTES} (${tookMs} ms)` : null
}

/** A message that is not in order is refused: 400, 401 or 403, and nothing else. */
export const refused = (answer: Answer): Finding =>
  answer.status !== null && [400, 401, 403].includes(answer.status)
    ? null
    : `wanted 400, 401 or 403, got ${said(answer)}`

/** The first thing that was found. */
export const worst = (findings: readonly Finding[]): Finding =>
  findings.find((finding) => finding !== null) ?? null

export const benchFor = (theirs: Theirs, newId: () => string): Bench => ({
  send: (message) => deliver(theirs, message),
  newId,
})

/** One after the other: what one leaves behind may matter to the next. */
export const runChecks = async (
  checks: readonly Check[],
  bench: Bench,
  tell: (result: Result) => void,
): Promise<Result[]> => {
  const results: Result[] = []
  for (const { name, why, run } of checks) {
    const result = { name, why, finding: await run(bench) }
    results.push(result)
    tell(result)
  }
  return results
}
