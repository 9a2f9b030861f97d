/** How an agency's gateway wants to be spoken to; all of it is configuration. */
export interface SmsConfig {
  url: string
  /** One header that says who we are, such as `authorization: Bearer …`. */
  header: { name: string; value: string } | null
  type: 'json' | 'form'
  /**
   * With `{to}` (+62…), `{digits}` (62…), `{text}`, `{subject}` (of a mail) and `{id}` (the same at every attempt) where
   * they belong.
   */
  body: string
}

export interface Sms {
  to: string
  text: string
  id: string
  /** Only mails have one. */
  subject?: string
}

export const defaultSmsBody = '{"to":"{to}","text":"{text}","id":"{id}"}'

const contentTypes = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const
/** So that what a person wrote stays inside its field; half a sign, which no encoding knows, is one that cannot be read. */
const escapes = {
  json: (text: string): string => JSON.stringify(text.toWellFormed()).slice(1, -1),
  form: (text: string): string => encodeURIComponent(text.toWellFormed()),
} as const

/** The body for one message. */
export const fillBody = ({ type, body }: Pick<SmsConfig, 'type' | 'body'>, sms: Sms): string => {
  const { to, text, id, subject = '' } = sms
  const values: Readonly<Record<string, string>> = { to, digits: to.replace('+', ''), text, id, subject }
  const escape = escapes[type]
  return body.replaceAll(/\{(to|digits|text|id|subject)\}/g, (_, name: string) => escape(values[name] ?? ''))
}

/** What is wrong with a template; null: nothing. */
export const templateFault = (type: SmsConfig['type'], body: string): string | null => {
  if (!/\{(to|digits)\}/.test(body) || !body.includes('{text}')) return 'names {text} and {to} or {digits}'
  if (type === 'form') return null
  try {
    JSON.parse(fillBody({ type, body }, { to: '+62', text: '"', id: 'msg' }))
    return null
  } catch {
    return 'is no JSON'
  }
}

/** One message as this gateway wants it. */
export const envelopeOf = (
  config: SmsConfig,
  sms: Sms,
): { headers: Record<string, string>; body: Uint8Array } => ({
  headers: {
    'content-type': contentTypes[config.type],
    ...(config.header === null ? {} : { [config.header.name]: config.header.value }),
  },
  body: Buffer.from(fillBody(config, sms)),
})

/** `publicUrl`: where task links lead. */
export const createGateway = (config: SmsConfig, publicUrl: string) => ({
  url: config.url,
  publicUrl,
  envelope: (sms: Sms) => envelopeOf(config, sms),
})
export type SmsGateway = ReturnType<typeof createGateway>

/** What a gateway answers may repeat what it was sent: numbers, codes and the secret part of links are taken out. */
export const quietAnswer = (answer: string | null): string | null =>
  answer?.replaceAll(/\/t\/[\w-]+/g, '/t/[link]').replaceAll(/\d{4,}/g, '[digits]') ?? null
