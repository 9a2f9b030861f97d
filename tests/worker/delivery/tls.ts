import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** DER, as little of it as a certificate needs: tag, length, content. */
const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const size = content.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}
const sequence = (...parts: Uint8Array[]): Buffer => der(0x30, ...parts)
const integer = (bytes: Uint8Array): Buffer => der(0x02, bytes)
const bits = (bytes: Uint8Array): Buffer => der(0x03, Buffer.from([0]), bytes)
const text = (tag: number, words: string): Buffer => der(tag, Buffer.from(words, 'ascii'))

/** Each further number in groups of seven bits, the last without the high bit. */
const oid = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const groups = rest.flatMap((number) => {
    const bytes = [number & 127]
    for (let left = number >> 7; left > 0; left >>= 7) bytes.unshift((left & 127) | 128)
    return bytes
  })
  return der(0x06, Buffer.from([40 * first + second, ...groups]))
}

const ECDSA_SHA256 = '1.2.840.10045.4.3.2'
const COMMON_NAME = '2.5.4.3'
const SUBJECT_ALT_NAME = '2.5.29.17'
const BASIC_CONSTRAINTS = '2.5.29.19'

const nameOf = (host: string): Buffer => sequence(der(0x31, sequence(oid(COMMON_NAME), text(0x0c, host))))
/** "261122093000Z" */
const moment = (at: Date): Buffer => text(0x17, `${at.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`)
const extension = (id: string, value: Uint8Array): Buffer => sequence(oid(id), der(0x04, value))
const pem = (bytes: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(bytes).toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`

const HOUR_MS = 3_600_000

/** A key and its own certificate for an invented host, made anew for each run, good for an hour, trusted by nobody else. */
export const selfSigned = (host: string): { key: string; certificate: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const now = Date.now()
  const algorithm = sequence(oid(ECDSA_SHA256))
  const extensions = sequence(
    extension(BASIC_CONSTRAINTS, sequence(der(0x01, Buffer.from([255])))),
    extension(SUBJECT_ALT_NAME, sequence(text(0x82, host))),
  )
  const toBeSigned = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    // Positive: the first bit of the first byte is its sign.
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(host),
    sequence(moment(new Date(now - HOUR_MS)), moment(new Date(now + HOUR_MS))),
    nameOf(host),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  )
  const signed = sequence(toBeSigned, algorithm, bits(sign('sha256', toBeSigned, privateKey)))
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), certificate: pem(signed) }
}
