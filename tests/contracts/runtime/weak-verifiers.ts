import { Webhook } from 'standardwebhooks'
import type { SignedRequest } from '../../../local/fuzz/signature/signed-request.ts'
import { ours, type Verifier } from '../../../local/fuzz/signature/verdict.ts'

type Header = [name: string, value: string]

/** Our verifier, behind somebody who prepares the request for it: each in a way that has been somebody's security hole. */
const after =
  (prepare: (request: SignedRequest) => SignedRequest): Verifier =>
  (request) =>
    ours(prepare(request))
const headers = (change: (headers: Header[]) => Header[]): Verifier =>
  after((request) => ({ ...request, headers: change(request.headers) }))
const values = (change: (value: string, name: string) => string): Verifier =>
  headers((all) => all.map(([name, value]) => [name, change(value, name.toLowerCase())]))

export const weakVerifiers: Record<string, Verifier> = {
  'takes the first of two': headers((all) =>
    all.filter(([name], at) => all.findIndex(([other]) => other.toLowerCase() === name.toLowerCase()) === at),
  ),
  'takes the last of two': headers((all) =>
    all.filter(
      ([name], at) => all.findLastIndex(([other]) => other.toLowerCase() === name.toLowerCase()) === at,
    ),
  ),
  'trims what it reads': values((value) => value.trim()),
  'reads the time with parseInt': values((value, name) =>
    name === 'webhook-timestamp' ? String(Number.parseInt(value, 10)) : value,
  ),
  'knows names in lower case only': headers((all) => all.filter(([name]) => name === name.toLowerCase())),
  'reads url-safe base64': values((value, name) =>
    name === 'webhook-signature' ? value.replaceAll('-', '+').replaceAll('_', '/') : value,
  ),
  'looks at the first signature only': values((value, name) =>
    name === 'webhook-signature' ? (value.split(' ')[0] ?? '') : value,
  ),
  'looks at the newest secret only': after((request) => ({ ...request, secrets: request.secrets.slice(-1) })),
  'turns the body into text first': after((request) => ({
    ...request,
    body: Buffer.from(request.body.toString('utf8')),
  })),
  'writes the JSON anew before it computes': after((request) => {
    try {
      return { ...request, body: Buffer.from(JSON.stringify(JSON.parse(request.body.toString('utf8')))) }
    } catch {
      return request
    }
  }),
  'is a second more patient': after((request) => ({ ...request, nowMs: request.nowMs - 1000 })),
  'says 401 to everything': (request) => {
    const said = ours(request)
    return said === null ? null : { ...said, status: 401 }
  },
  'is the public library': ({ headers: all, body, secrets }) => {
    try {
      new Webhook(secrets[0] ?? '').verify(body, Object.fromEntries(all), { jsonParse: false })
      return null
    } catch {
      return { code: 'bad_signature', status: 401 }
    }
  },
}
