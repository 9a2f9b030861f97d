import { afterAll, beforeAll, expect, it } from 'vitest'
import { id } from '../../../api/pages/text/id.ts'
import { aCity, aPartner } from '../partner/city.ts'
import { serve, type Served } from '../partner/served.ts'
import { nonceOf, visitor, type Visitor } from './visitor.ts'

let api: Served
let phone: Visitor
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  phone = visitor(api, await aPartner(api.context, 'mandiri-test'))
})
afterAll(() => api.close())

/** Every sentence of the Indonesian catalogue but the name of the language switch. */
const sentences = (words: object): string[] =>
  Object.values(words).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : sentences(value as object),
  )
const spoken = sentences({ ...id, otherLanguage: 'Bahasa Indonesia' })
const stillIndonesian = (page: string): string[] =>
  spoken.filter((words) => words.length > 12 && words !== 'Bahasa Indonesia' && page.includes(words))

const inEnglish = async (path: string): Promise<string> => {
  const headers = { cookie: 'bahasa=en' }
  return (await fetch(api.url + path, { headers })).text()
}

it('keeps the language that somebody chose, and comes back to his task', async () => {
  const { path } = await phone.offered()
  const { status, to, headers } = await phone.post(`${path}/bahasa`, { ke: 'en' })
  expect([status, to]).toEqual([303, path])
  expect(headers.get('set-cookie')).toMatch(/^bahasa=en;.*Path=\/;.*HttpOnly/)
  expect((await phone.post(`${path}/bahasa`, { ke: 'fr' })).status).toBe(400)
  expect((await phone.post('/t/x/bahasa', { ke: 'en' })).status).toBe(404)
})

it('speaks English all the way: offered, accepted, done, over, help and trouble', async () => {
  const { path } = await phone.offered()
  const offered = await inEnglish(path)
  expect(offered).toContain('<html lang="en">')
  expect(offered).toContain('You were chosen because you are about 1 km from the place')
  const { to } = await phone.post(`${path}/accept`, { nonce: nonceOf(await phone.visit(path)) })
  const accepted = await inEnglish(to)
  expect(accepted).toContain('Thank you. You are assigned.')
  const help = await inEnglish(`${path}/sos`)
  await phone.post(`${path}/progress`, { nonce: nonceOf(await phone.visit(path)), state: 'completed' })
  const done = await inEnglish(path)
  const over = await inEnglish((await phone.offered(-1)).path)
  const missing = await inEnglish('/t/x')
  for (const page of [offered, accepted, help, done, over, missing]) expect(stillIndonesian(page)).toEqual([])
})

it('speaks Indonesian to whoever chose nothing', async () => {
  const { text } = await phone.visit((await phone.offered()).path)
  expect(text).toContain('<html lang="id">')
  expect(stillIndonesian(text)).toContain(id.offer.free)
})
