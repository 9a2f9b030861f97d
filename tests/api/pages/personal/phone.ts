import { activate, register } from '#contracts/domain/volunteer/commands.ts'
import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { derivedId, personKey } from '#contracts/runtime/ids.ts'
import { numberCode } from '#contracts/runtime/number-code.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import { SIGN_IN_DIGITS, signInCodeName } from '#contracts/wire/sms.ts'
import { MANDIRI, partnerIdOf } from '../../../../api/usecases/setup/create-partner.ts'
import { AGENCY, aPhone, op } from '../../partner/city.ts'
import type { Served } from '../../partner/served.ts'

export interface Page {
  status: number
  text: string
  to: string
  headers: Headers
}

const hidden = (name: string, text: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''

/** A browser without scripts: keeps cookies, follows nothing by itself. */
export const browserAt = (url: string) => {
  const jar = new Map<string, string>()
  let last = ''
  const ask = async (
    path: string,
    { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ): Promise<Page> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: { cookie, ...headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const text = await response.text()
    if (text.includes('<form')) last = text
    return {
      status: response.status,
      text,
      to: response.headers.get('location') ?? '',
      headers: response.headers,
    }
  }
  /** What the forms of the page shown last carry along. */
  const carried = () => ({ form: hidden('form', last), nonce: hidden('nonce', last) })
  return {
    jar,
    carried,
    get: (path: string) => ask(path),
    post: (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams({ ...carried(), ...fields }), headers }),
  }
}
export type Browser = ReturnType<typeof browserAt>

/** A volunteer without a platform. */
export const aMandiri = async (
  { context }: Served,
  { phone = aPhone(), admitted = true }: { phone?: string; admitted?: boolean } = {},
): Promise<Volunteer & { phone: string }> => {
  const { store, serverKey } = context
  const partnerId = partnerIdOf(AGENCY, MANDIRI)
  const ref = `m-${phone}`
  const id = derivedId('vol', partnerId, ref)
  const person = { displayName: 'Yohana Contoh', phone, plate: 'DH 1234 XX' }
  await store.texts.keepPerson({ _id: id, agencyId: AGENCY, ...person })
  const key = personKey(serverKey, phone)
  const data = {
    partnerId,
    ref,
    personKey: key,
    vehicle: 'motorcycle' as const,
    skills: [],
    channel: 'link' as const,
  }
  const { state } = await store.ledger.change('volunteer', id, op(), () => register(null, data))
  if (!admitted) return { ...state, phone }
  const active = await store.ledger.change('volunteer', id, op(), (now) =>
    activate(now ?? state, wholeAgreement),
  )
  return { ...active.state, phone }
}

/** The text messages with codes, the latest last. */
export const codesSent = ({ context }: Served): Promise<Delivery[]> =>
  context.store.models.deliveries
    .find({ type: 'sign_in.code' })
    .sort({ subject: 1 })
    .lean<Delivery[]>()
    .exec()

/** The digits that the latest of them would bring. */
export const digitsSent = async (served: Served): Promise<string> => {
  const last = (await codesSent(served)).at(-1)
  return numberCode(served.context.serverKey, signInCodeName(last?.subject ?? ''), SIGN_IN_DIGITS)
}

/** Somebody who has come in by his code. */
export const signedIn = async (served: Served, { phone }: { phone: string }): Promise<Browser> => {
  const browser = browserAt(served.url)
  await browser.get('/siaga/masuk')
  await browser.post('/siaga/kode', { phone })
  await browser.get('/siaga/kode')
  const { to } = await browser.post('/siaga/masuk', { digits: await digitsSent(served) })
  if (to !== '/siaga') throw new Error(`sent to ${to} instead of in`)
  await browser.get('/siaga')
  return browser
}
