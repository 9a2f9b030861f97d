import { expect, it } from 'vitest'
import { smsText } from '../../../worker/delivery/sms/text.ts'
import { fillBody, templateFault } from '../../../worker/delivery/sms/gateway.ts'
import { workerConfig } from '../../../worker/config.ts'

const sms = { to: '+62812', text: 'a "b"\n{to} & c', id: 'msg_1' }

it('puts everything where it belongs, and nothing that was written gets out of its field', () => {
  const json = fillBody({ type: 'json', body: '{"phone":"{digits}","message":"{text}"}' }, sms)
  expect(JSON.parse(json)).toEqual({ phone: '62812', message: sms.text })
  const form = fillBody({ type: 'form', body: 'to={to}&body={text}&ref={id}' }, sms)
  expect(Object.fromEntries(new URLSearchParams(form))).toEqual({
    to: '+62812',
    body: sms.text,
    ref: 'msg_1',
  })
})

it('cuts a long message between two signs, also between two emoji', () => {
  const link = 'https://siaga.test/t/x'
  for (const lead of ['', 'x', 'xx']) {
    const body = {
      assignmentId: 'as_1',
      volunteerRef: 'd',
      text: lead + '\u{1F30A}'.repeat(200),
      drill: false,
    }
    const text = smsText('message.sent', body, { link, code: null, poskoPhone: null })
    expect(text.isWellFormed()).toBe(true)
    expect(text).toMatch(/^Pesan posko: .{130,140}\.\.\. https:/u)
    const form = fillBody({ type: 'form', body: 'to={to}&body={text}' }, { ...sms, text })
    expect(new URLSearchParams(form).get('body')).toBe(text)
  }
})

it('sends half a sign as one that cannot be read', () => {
  for (const type of ['form', 'json'] as const)
    expect(decodeURIComponent(fillBody({ type, body: '{text}' }, { ...sms, text: 'Air\uD83C' }))).toBe(
      'Air\uFFFD',
    )
})

it('says what is wrong with a template', () => {
  expect(templateFault('json', '{"to":"{to}"}')).toBe('names {text} and {to} or {digits}')
  expect(templateFault('json', '{"to":"{to}","text":{text}}')).toBe('is no JSON')
  expect(templateFault('json', '{"to":"{to}","text":"{text}"}')).toBeNull()
  expect(templateFault('form', 'to={digits}&text={text}')).toBeNull()
})

const env = {
  MONGODB_URI: 'mongodb://127.0.0.1/x',
  REDIS_URL: 'redis://127.0.0.1',
  SERVER_KEY: 'x'.repeat(32),
}

it('is configuration, and every mistake in it is told at the start', () => {
  expect(workerConfig(env).sms).toBeNull()
  const SMS_URL = 'https://sms.example/send'
  const good = { ...env, SMS_URL, SMS_HEADER: 'X-Api-Key: abc: d', PUBLIC_URL: 'https://siaga.example/' }
  expect(workerConfig(good)).toMatchObject({
    publicUrl: 'https://siaga.example',
    sms: { url: SMS_URL, header: { name: 'x-api-key', value: 'abc: d' }, type: 'json' },
  })
  const bad = { ...env, SMS_URL, SMS_BODY: '{}', SMS_HEADER: 'no header' }
  expect(() => workerConfig(bad)).toThrow(/SMS_HEADER/)
  expect(() => workerConfig({ ...env, SMS_URL, SMS_BODY: '{}' })).toThrow(/SMS_BODY[^]*PUBLIC_URL/)
})
