import { pick, type Random } from '../../simulator/random.ts'
import { below, spliced, type Mutation, type Mutations } from './mutation.ts'
import { encoded } from './reference.ts'
import { ID, SIGNATURE, TIMESTAMP, first, withValue } from './signed-request.ts'

/** How it is said: headers and the list of signatures, after whatever was signed. */
const named = [ID, TIMESTAMP, SIGNATURE] as const

const signature =
  (change: (signature: string, random: Random) => string): Mutation =>
  (request, random) =>
    withValue(request, SIGNATURE, change(first(request, SIGNATURE), random))

const entry = (random: Random, length = 32): string =>
  `v1,${encoded(Uint8Array.from({ length }, () => below(random, 256)))}`

/** One more header, anywhere. */
const doubled =
  (valueOf: (value: string, random: Random) => string): Mutation =>
  (request, random) => {
    const name = pick(random, named)
    const spelt = pick(random, [name, name.toUpperCase(), name.replace('w', 'W')])
    const at = below(random, request.headers.length + 1)
    return {
      ...request,
      headers: request.headers.toSpliced(at, 0, [spelt, valueOf(first(request, name), random)]),
    }
  }

export const wordMutations: Mutations = {
  namesInOtherCase: (request, random) => ({
    ...request,
    headers: request.headers.map(([name, value]) => [
      pick(random, [name, name.toUpperCase(), name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())]),
      value,
    ]),
  }),
  otherOrder: ({ headers, ...request }, random) => {
    const at = below(random, headers.length)
    return { ...request, headers: [...headers.slice(at), ...headers.slice(0, at)] }
  },
  anotherHeader: (request, random) => ({
    ...request,
    headers: [
      ...request.headers,
      [pick(random, ['x-request-id', 'webhook_id', 'x-webhook-signature', 'webhook-id-']), entry(random)],
    ],
  }),
  doubledTheSame: doubled((value) => value),
  doubledAnother: doubled((value, random) => pick(random, [`${value}0`, '', entry(random)])),
  dropped: (request, random) => {
    const name = pick(random, named)
    return { ...request, headers: request.headers.filter(([given]) => given.toLowerCase() !== name) }
  },
  otherVersionBeside: signature((old, random) =>
    pick(random, [`v1a,abc= ${old}`, `${old} v2,x`, `v1a,${'B'.repeat(86)}== ${old}`]),
  ),
  otherVersionOnly: signature((old, random) =>
    old.replaceAll('v1,', pick(random, ['v1a,', 'v2,', 'v0,', 'v11,'])),
  ),
  versionSpeltOtherwise: signature((old, random) =>
    old.replaceAll('v1,', pick(random, ['V1,', 'v1 ,', 'v1;', 'v1:', '', ',', 'v1,,', 'v1=', 'v1, '])),
  ),
  wrongBeside: signature((old, random) =>
    pick(random, [`${entry(random)} ${old}`, `${old} ${entry(random)}`]),
  ),
  wrongOnly: signature((_, random) => entry(random)),
  malformedBeside: signature((old, random) =>
    pick(random, [`${old} v1,AAAA`, `${entry(random, 20)} ${old}`, `${old} v1`, `${old} ,`, `v1,é ${old}`]),
  ),
  said: signature((old, random) => Array.from({ length: 1 + below(random, 10) }, () => old).join(' ')),
  spacing: signature((old, random) =>
    pick(random, [
      ` ${old}`,
      `${old} `,
      `${old}  ${old}`,
      `${old}\t${old}`,
      `${old}, ${old}`,
      `${old}\u00a0`,
    ]),
  ),
  looseBase64: signature((old, random) => {
    const value = old.slice(3)
    return `v1,${pick(random, [
      value.replace('=', ''),
      `${value}=`,
      value.replaceAll('+', '-').replaceAll('/', '_'),
      spliced(value, 42, 1, String.fromCodePoint((value.codePointAt(42) ?? 65) + 1)),
      `"${value}"`,
      value.replace('=', '%3D'),
      spliced(value, below(random, 43), 0, '\n'),
      Buffer.from(value, 'base64').toString('hex'),
    ])}`
  }),
  somethingAfterwards: signature((old, random) => old + pick(random, [',x', ',', ';v=1', '#'])),
  longList: signature((old, random) => `${old} v9,${'y'.repeat(pick(random, [400, 970, 975, 980, 2000]))}`),
  bitOfSignature: signature((old, random) => {
    const bytes = Buffer.from(old.slice(3, 47), 'base64')
    const at = below(random, bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8))
    return spliced(old, 3, 44, encoded(bytes))
  }),
  shorterSignature: signature((old, random) => old.slice(0, below(random, old.length))),
}
