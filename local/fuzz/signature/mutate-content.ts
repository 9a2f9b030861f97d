import { pick, type Random } from '../../simulator/random.ts'
import { below, spliced, type Mutation, type Mutations } from './mutation.ts'
import { ID, TIMESTAMP, first, signedAgain, withValue, type SignedRequest } from './signed-request.ts'

/** What is signed, or with what: a sender who signs afterwards may have meant it. */
const id =
  (change: (id: string, random: Random) => string): Mutation =>
  (request, random) =>
    withValue(request, ID, change(first(request, ID), random))

const timestamp =
  (change: (timestamp: string, random: Random) => string): Mutation =>
  (request, random) =>
    withValue(request, TIMESTAMP, change(first(request, TIMESTAMP), random))

const body =
  (change: (body: Buffer, random: Random) => Buffer): Mutation =>
  (request, random) => ({ ...request, body: change(request.body, random) })

const nowS = ({ nowMs }: SignedRequest): number => Math.floor(nowMs / 1000)
const brokenText = [[0x80], [0xc3, 0x28], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff]]
const unusualText = ['\ufeff', '\u0000', ' ', '\r\n', '🙏', '\u2028', '\u0301', '\ufffd']

const put = (bytes: Buffer, random: Random, more: Uint8Array): Buffer => {
  const at = below(random, bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)])
}

export const contentMutations: Mutations = {
  otherId: id((old, random) =>
    spliced(old, below(random, old.length), 1, pick(random, ['a', 'Z', '7', '-'])),
  ),
  idOfOtherCharacters: id((old, random) =>
    spliced(
      old,
      below(random, old.length + 1),
      0,
      pick(random, ['.', ' ', 'é', '\t', '\u007f', '\u0000', '\u00a0']),
    ),
  ),
  idOfUnusualCharacters: id((old, random) =>
    spliced(old, below(random, old.length + 1), 0, pick(random, ['!', '~', '/', '|', ':', '%2e', '"', ','])),
  ),
  idOfSomeLength: id((old, random) => old.padEnd(pick(random, [127, 128, 129, 400]), 'x')),
  emptyId: id(() => ''),
  idThatHoldsTheTime: (request) =>
    withValue(request, ID, `${first(request, ID)}.${first(request, TIMESTAMP)}`),
  otherSecond: timestamp((old, random) => String(Number(old) + pick(random, [-60, -1, 1, 60]))),
  atTheEdge: (request, random) =>
    withValue(request, TIMESTAMP, String(nowS(request) + pick(random, [-301, -300, -299, 299, 300, 301]))),
  farAway: (request, random) =>
    withValue(request, TIMESTAMP, String(nowS(request) + pick(random, [-86_400, -3600, 3600, 1e9]))),
  timeSpeltOtherwise: timestamp((old, random) =>
    pick(random, [
      `0${old}`,
      `+${old}`,
      `${old}.0`,
      `${old}.`,
      `${old}e0`,
      `${old}s`,
      `${old}000`,
      ` ${old}`,
      `${old} `,
    ]),
  ),
  noTime: timestamp((old, random) =>
    pick(random, ['', '-1', '0', 'now', 'NaN', '1e9', `0x${Number(old).toString(16)}`, '٣', '9'.repeat(30)]),
  ),
  bitOfBody: body((old, random) => {
    const bytes = Buffer.from(old)
    if (bytes.length === 0) return Buffer.from('x')
    const at = below(random, bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8))
    return bytes
  }),
  unusualText: body((old, random) => put(old, random, Buffer.from(pick(random, unusualText)))),
  brokenText: body((old, random) => put(old, random, Uint8Array.from(pick(random, brokenText)))),
  brokenTextMended: body((old, random) =>
    Buffer.from(put(old, random, Uint8Array.from(pick(random, brokenText))).toString('utf8')),
  ),
  /** As a sender does whose library takes text: the signature is that of the mended body. */
  brokenTextSignedMended: (request, random) => {
    const broken = put(request.body, random, Uint8Array.from(pick(random, brokenText)))
    const mended = signedAgain({ ...request, body: Buffer.from(broken.toString('utf8')) })
    return { ...mended, body: broken }
  },
  shorterBody: body((old, random) => old.subarray(0, below(random, old.length))),
  emptyBody: body(() => Buffer.alloc(0)),
  spacedBody: body((old) => Buffer.from(old.toString('utf8').replaceAll(':', ' : '))),
  otherEncoding: body((old, random) =>
    Buffer.from(old.toString('utf8'), pick(random, ['utf16le', 'latin1'])),
  ),
  bodyThatHoldsTheTime: (request) => ({
    ...request,
    body: Buffer.concat([Buffer.from(`${first(request, TIMESTAMP)}.`), request.body]),
  }),
}
