import type { SignedRequest } from '../../../local/fuzz/signature/signed-request.ts'

/** How a request is written down as bytes. `sound`: whoever reads it reads the very message that was meant. */
export interface Framing {
  sound: boolean
  /** The reader waits for more; so we hang up. */
  stalls: boolean
  write: (request: SignedRequest) => Buffer
}

const LINE = 'POST /partner/v1/events HTTP/1.1'
const chunked = 'transfer-encoding: chunked'
const lengthOf = ({ body }: SignedRequest): string => `content-length: ${body.length}`
const lines = ({ headers }: SignedRequest): string[] => headers.map(([name, value]) => `${name}: ${value}`)

/** Header values are bytes and not text: each character is one. */
const joined = (head: readonly string[], body: Uint8Array, end = '\r\n'): Buffer =>
  Buffer.concat([Buffer.from(`${head.join(end)}${end}${end}`, 'latin1'), body])
const plain = (request: SignedRequest, more: readonly string[], body: Uint8Array = request.body): Buffer =>
  joined([LINE, ...lines(request), 'connection: close', ...more], body)

const inChunks = (body: Buffer, size: number): Buffer => {
  const parts: Buffer[] = []
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size)
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'))
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
}

const sound = (write: Framing['write']): Framing => ({ sound: true, stalls: false, write })
const unsound = (write: Framing['write'], stalls = false): Framing => ({ sound: false, stalls, write })
/** The signed header on a folded line (obs-fold, forbidden since RFC 7230). */
const folded = (request: SignedRequest): Buffer =>
  Buffer.from(
    plain(request, [lengthOf(request)])
      .toString('latin1')
      .replace('webhook-signature: ', 'webhook-signature:\r\n '),
    'latin1',
  )
const edited = (request: SignedRequest, from: string, to: string): Buffer =>
  Buffer.from(
    plain(request, [lengthOf(request)])
      .toString('latin1')
      .replace(from, to),
    'latin1',
  )

export const framings: Readonly<Record<string, Framing>> = {
  'as it should be': sound((request) => plain(request, [lengthOf(request)])),
  'in one chunk': sound((request) => plain(request, [chunked], inChunks(request.body, 1e6))),
  'in chunks of three bytes': sound((request) => plain(request, [chunked], inChunks(request.body, 3))),
  'the same length twice': unsound((request) => plain(request, [lengthOf(request), lengthOf(request)])),
  'two lengths': unsound((request) => plain(request, [lengthOf(request), 'content-length: 5'])),
  'length and chunks': unsound((request) =>
    plain(request, [lengthOf(request), chunked], inChunks(request.body, 50)),
  ),
  'chunked twice': unsound((request) => plain(request, [chunked, chunked], inChunks(request.body, 50))),
  'an encoding that hides chunked': unsound((request) =>
    plain(request, ['transfer-encoding: xchunked'], inChunks(request.body, 50)),
  ),
  'a chunk that is too long': unsound(
    (request) => plain(request, [chunked], Buffer.concat([Buffer.from('ffffff\r\n'), request.body])),
    true,
  ),
  'a chunk size that is no number': unsound((request) =>
    plain(request, [chunked], Buffer.concat([Buffer.from('zz\r\n'), request.body])),
  ),
  'a length that is too long': unsound(
    (request) => plain(request, [`content-length: ${request.body.length + 9}`]),
    true,
  ),
  'a length that is too short': unsound((request) =>
    plain(request, [`content-length: ${Math.max(0, request.body.length - 9)}`]),
  ),
  'a negative length': unsound((request) => plain(request, ['content-length: -1'])),
  'a length with a sign': unsound((request) => plain(request, [`content-length: +${request.body.length}`])),
  'no length': unsound((request) => plain(request, [])),
  'a folded signature': unsound(folded),
  'a space before the colon': unsound((request) => edited(request, 'webhook-id:', 'webhook-id :')),
  'a header without a colon': unsound((request) => edited(request, 'webhook-id: ', 'webhook-id ')),
  'a NUL in a header': unsound((request) => edited(request, 'webhook-id: ', 'webhook-id: \u0000')),
  'a bare CR in a header': unsound((request) => edited(request, 'webhook-id: ', 'webhook-id: x\r')),
  'lines that end in LF': unsound((request) =>
    joined([LINE, ...lines(request), 'connection: close', lengthOf(request)], request.body, '\n'),
  ),
  'headers beyond 8 kB': unsound((request) =>
    plain(request, [lengthOf(request), `x-long: ${'y'.repeat(9000)}`]),
  ),
  'compressed by its own account': unsound((request) =>
    plain(request, [lengthOf(request), 'content-encoding: gzip']),
  ),
  'another content type beside': sound((request) =>
    plain(request, [lengthOf(request), 'content-type: text/plain']),
  ),
  'another method': unsound((request) => edited(request, 'POST', 'PUT')),
  'another case of the path': unsound((request) => edited(request, '/events', '/EVENTS')),
  // Node takes a request line without a version for HTTP/0.9 and reads on: the message is still the one that was meant.
  'no version': sound((request) => edited(request, ' HTTP/1.1', '')),
  'HTTP/3.0': unsound((request) => edited(request, 'HTTP/1.1', 'HTTP/3.0')),
  'an upgrade without a connection for it': sound((request) =>
    plain(request, [lengthOf(request), 'upgrade: websocket']),
  ),
  'an expectation': unsound((request) => plain(request, [lengthOf(request), 'expect: 200-maybe'])),
}
