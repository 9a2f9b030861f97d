import { randomBytes, randomUUID } from 'node:crypto'
import { newSecret } from '#contracts/runtime/secret.ts'
import { benchFor, runChecks, type Result } from '../check.ts'
import { checklist } from '../checklist.ts'
import { libraryPartner, openPartner, type AnswerTo } from './partner.ts'

const nameOfBytes = 'sends the bytes that were written down by hand'

/** The whole checklist against an endpoint of our own, by default one written with the public library. */
export const runSelf = async (
  tell: (result: Result) => void,
  planted?: (secret: string, sound: AnswerTo) => AnswerTo,
): Promise<Result[]> => {
  const secret = newSecret(randomBytes)
  const { answer, missing } = libraryPartner(secret)
  const partner = await openPartner(planted === undefined ? answer : planted(secret, answer))
  try {
    const bench = benchFor({ url: partner.url, secret }, () => `msg_${randomUUID()}`)
    const results = await runChecks(checklist, bench, tell)
    const never = missing()
    const bytes: Result = {
      name: nameOfBytes,
      why: 'What partners have built on must not change by accident.',
      finding: never.length === 0 ? null : `never came as written: ${never.join(', ')}`,
    }
    tell(bytes)
    return [...results, bytes]
  } finally {
    await partner.close()
  }
}
