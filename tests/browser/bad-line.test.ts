import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMongo } from '../../local/servers/mongo.ts'
import { startRedis } from '../../local/servers/redis.ts'
import { aMandiri, digitsSent } from '../api/pages/personal/phone.ts'
import { visitor, type Visitor } from '../api/pages/visitor.ts'
import { aCity, aPartner, fileOf } from '../api/partner/city.ts'
import { serve, type Served } from '../api/partner/served.ts'
import { openBrowser } from './browser.ts'

const note = (): void => undefined
const closing: (() => Promise<unknown>)[] = []
let api: Served
let hand: Visitor
let browser: Browser
beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'top-ranger-line-'))
  closing.push(() => rm(dir, { recursive: true, force: true }))
  const mongo = await startMongo({ dataDir: join(dir, 'mongo'), note })
  closing.push(() => mongo.stop())
  const redis = await startRedis({ dataDir: join(dir, 'redis'), note })
  closing.push(() => redis.stop())
  const redisPrefix = `w${randomBytes(6).toString('hex')}`
  api = await serve({ mongoUri: mongo.uri, redisUrl: redis.url, redisPrefix })
  closing.push(() => api.close())
  await aCity(api.context)
  hand = visitor(api, await aPartner(api.context, 'mandiri-test'))
  browser = await openBrowser()
  closing.push(() => browser.close())
})
afterAll(async () => {
  for (const close of closing.toReversed()) await close()
})

const UNSENT = 'Belum terkirim: telepon +62380123456.'
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const says = (page: Page, text: string) => page.getByText(text).first().waitFor()
const callForHelp = async (page: Page, words: string): Promise<void> => {
  await page.getByText('Butuh bantuan (darurat)').click()
  await page.getByLabel('Apa yang terjadi').fill(words)
  await press(page, 'Ya, kirim permintaan bantuan')
}
/** A phone that knows where it is, and what its browser had against our pages. */
const aPhone = async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'id-ID',
    permissions: ['geolocation'],
    geolocation: { latitude: -10.17, longitude: 123.61 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  return {
    page,
    complaints,
    offline: (isOff: boolean) => context.setOffline(isOff),
    close: () => context.close(),
  }
}
/** Somebody on a task, with its page before him. */
const onTask = async () => {
  const { path, incident } = await hand.out()
  const phone = await aPhone()
  await phone.page.goto(api.url + path)
  return { phone, incidentId: incident.id }
}
const alarmsOf = async (id: string) => (await fileOf(api.context, id)).alarms

describe('a call for help without a signal', () => {
  it('stays on the page, says whom to call, and is sent once as soon as there is one', async () => {
    const { phone, incidentId } = await onTask()
    const { page } = phone
    await phone.offline(true)
    await callForHelp(page, 'Perahu terbalik')
    await says(page, UNSENT)
    expect(await page.getByText('Jalan Frans Seda nomor 12').count()).toBe(1)
    expect(await page.getByLabel('Apa yang terjadi').inputValue()).toBe('Perahu terbalik')
    expect(await alarmsOf(incidentId)).toEqual([])
    await phone.offline(false)
    await says(page, 'Permintaan bantuan terkirim')
    expect(await page.getByText(UNSENT).count()).toBe(0)
    expect(await alarmsOf(incidentId)).toMatchObject([{ what: 'sos' }])
    expect(phone.complaints).toEqual([])
    await phone.close()
  })

  it('counts once when it arrived and only its answer was lost', async () => {
    const { phone, incidentId } = await onTask()
    const { page } = phone
    let lost = 0
    await page.route('**/sos', async (route) => {
      lost += 1
      if (lost > 2) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await callForHelp(page, 'Ban bocor')
    await says(page, UNSENT)
    await says(page, 'Permintaan bantuan terkirim')
    expect(lost).toBe(3)
    const { alarms, notes } = await fileOf(api.context, incidentId)
    expect([alarms.length, notes.length]).toEqual([1, 1])
    await phone.close()
  })

  it('is the same on the page of his own, and ends with the number when he is not signed in any more', async () => {
    const me = await aMandiri(api)
    const phone = await aPhone()
    const { page } = phone
    await page.goto(`${api.url}/siaga`)
    await page.getByLabel('Nomor HP Anda').fill(me.phone)
    await press(page, 'Kirim kode')
    await page.getByLabel('Kode enam angka').waitFor()
    await page.getByLabel('Kode enam angka').fill(await digitsSent(api))
    await press(page, 'Masuk')
    await page.getByRole('heading', { name: 'Siaga malam' }).waitFor()
    const sosAt = async () => (await api.context.store.ledger.load('volunteer', me.id))?.state.sosAt
    await phone.offline(true)
    await callForHelp(page, 'Terjebak banjir')
    await says(page, UNSENT)
    expect(await sosAt()).toBeNull()
    await phone.offline(false)
    await says(page, 'Permintaan bantuan terkirim')
    expect(await sosAt()).not.toBeNull()

    await page.reload()
    await api.context.sessions.killAll(me.id, api.context.clock.now().toISOString())
    await callForHelp(page, 'Sekali lagi')
    await says(page, UNSENT)
    expect(new URL(page.url()).pathname).toBe('/siaga')
    await phone.close()
  })
})

it('keeps what was typed when any other form does not arrive, and does it on the second press', async () => {
  const { phone, incidentId } = await onTask()
  const { page } = phone
  await page.getByText('Kirim pesan ke posko').click()
  await page.getByLabel('Pesan', { exact: true }).fill('Jalan putus di timur')
  await phone.offline(true)
  await press(page, 'Kirim pesan')
  await says(page, UNSENT)
  expect(await page.getByLabel('Pesan', { exact: true }).inputValue()).toBe('Jalan putus di timur')
  await page.getByRole('link', { name: 'Perbarui halaman' }).click()
  await says(page, 'Tidak ada sinyal')
  expect(await page.getByText('Jalan Frans Seda nomor 12').count()).toBe(1)
  await phone.offline(false)
  await press(page, 'Kirim pesan')
  await says(page, 'Pesan Anda sudah sampai di posko.')
  expect((await fileOf(api.context, incidentId)).notes).toHaveLength(1)
  await phone.close()
})

it('goes on sharing his place over the steps of his task, until he stops it', async () => {
  const { phone } = await onTask()
  const { page } = phone
  const shared: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/position')) shared.push(request.method())
  })
  const sharing = page.getByRole('button', { name: 'Posisi Anda sedang dibagikan (tekan untuk berhenti)' })
  await press(page, 'Bagikan posisi saya')
  await sharing.waitFor()
  await expect.poll(() => shared.length).toBe(1)
  await press(page, 'Saya berangkat')
  await says(page, 'Tercatat.')
  await sharing.waitFor()
  await expect.poll(() => shared.length).toBe(2)
  await sharing.click()
  await page.getByRole('button', { name: 'Bagikan posisi saya' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Bagikan posisi saya' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(shared).toHaveLength(2)
  await phone.close()
})
