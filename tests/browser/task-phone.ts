import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startMongo } from '../../local/servers/mongo.ts'
import { startRedis } from '../../local/servers/redis.ts'
import { aMandiri, digitsSent } from '../api/pages/personal/phone.ts'
import { visitor } from '../api/pages/visitor.ts'
import { aCity, aPartner, fileOf } from '../api/partner/city.ts'
import { serve } from '../api/partner/served.ts'
import { openBrowser } from './browser.ts'

const note = (): void => undefined
export const UNSENT = 'Belum terkirim: telepon +62380123456.'
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
export const says = (page: Page, text: string, timeout?: number) =>
  page.getByText(text).first().waitFor({ timeout })
export const callForHelp = async (page: Page, words: string): Promise<void> => {
  await page.getByText('Butuh bantuan (darurat)').click()
  await page.getByLabel('Apa yang terjadi').fill(words)
  await press(page, 'Ya, kirim permintaan bantuan')
}

/** An api of its own, and phones in a real browser with somebody on a task. */
export const openLine = async () => {
  const closing: (() => Promise<unknown>)[] = []
  const dir = await mkdtemp(join(tmpdir(), 'top-ranger-line-'))
  closing.push(() => rm(dir, { recursive: true, force: true }))
  const mongo = await startMongo({ dataDir: join(dir, 'mongo'), note })
  closing.push(() => mongo.stop())
  const redis = await startRedis({ dataDir: join(dir, 'redis'), note })
  closing.push(() => redis.stop())
  const redisPrefix = `w${randomBytes(6).toString('hex')}`
  const api = await serve({ mongoUri: mongo.uri, redisUrl: redis.url, redisPrefix })
  closing.push(() => api.close())
  await aCity(api.context)
  const hand = visitor(api, await aPartner(api.context, 'mandiri-test'))
  const browser = await openBrowser()
  closing.push(() => browser.close())

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
  return {
    api,
    aPhone,
    /** Somebody on a task, with its page before him. */
    onTask: async () => {
      const { path, incident } = await hand.out()
      const phone = await aPhone()
      await phone.page.goto(api.url + path)
      return { phone, path, incidentId: incident.id }
    },
    /** Somebody without a platform, with his own page before him. */
    signedIn: async () => {
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
      return { phone, me }
    },
    alarmsOf: async (id: string) => (await fileOf(api.context, id)).alarms,
    close: async () => {
      for (const close of closing.toReversed()) await close()
    },
  }
}
export type Line = Awaited<ReturnType<typeof openLine>>
