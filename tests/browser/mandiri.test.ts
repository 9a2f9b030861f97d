import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aReport, openCity, type TestCity } from '../recovery/city.ts'
import { until } from '../world/client.ts'
import { axeFaults } from '../../local/screens/axe.ts'
import { openBrowser } from './browser.ts'
import { linksOf, type SlowPhone, slowPhone } from './thin-line.ts'

/** What a page may weigh on a thin line, with its style sheet and script. */
const MOST_BYTES = 60_000

let city: TestCity
let browser: Browser
beforeAll(async () => {
  city = await openCity({ volunteers: 10 })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await city?.end()
})

interface Sms {
  to: string
  text: string
}
/** The latest first. */
const inbox = async (): Promise<Sms[]> =>
  (await fetch(`${city.simulatorUrl}/sms.json`)).json() as Promise<Sms[]>

/** A text message to this phone that says so, after so many others. */
const smsTo = (phone: string, what: RegExp, after = 0): Promise<string> =>
  until(
    `a text message to ${phone}`,
    async () => {
      const all = await inbox()
      return all.slice(0, all.length - after).find(({ to, text }) => to === phone && what.test(text))?.text
    },
    60,
  )

/** Everybody is asked. */
const askEverybody = async (): Promise<string> => {
  const { incident } = await city.operator.call('reportIncident', { body: aReport() })
  const params = { id: incident.id }
  await city.operator.call('setNeeds', { params, body: { needs: [{ task: 'pantau', quantity: 10 }] } })
  await city.operator.call('dispatchIncident', { params, body: {} })
  return incident.id
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

/** Number, code, in. */
const signIn = async ({ page }: SlowPhone, phone: string): Promise<void> => {
  await page.getByLabel('Nomor HP Anda').fill(phone.replace('+62', '0'))
  await press(page, 'Kirim kode')
  await page.getByLabel('Kode enam angka').fill((await smsTo(phone, /adalah kode masuk/)).slice(0, 6))
  await press(page, 'Masuk')
  await page.getByRole('heading', { name: 'Siaga malam' }).waitFor()
}

/** What people and volunteers have done, and what was answered to forms: looking must add nothing to it. */
const deeds = () =>
  city.look(async (connection) => {
    const facts = connection.collection('facts').countDocuments({ 'by.kind': { $in: ['user', 'volunteer'] } })
    const answers = connection
      .collection('receipts')
      .countDocuments({ _id: { $regex: '^(link|siaga):' } as never })
    const codes = connection.collection('deliveries').countDocuments({ type: 'sign_in.code' })
    return Promise.all([facts, answers, codes])
  })

const manners: readonly Record<string, string>[] = [{}, { 'sec-purpose': 'prefetch' }]

/** A chat preview, a virus scanner and a browser that fetches ahead: all of them open every link. */
const scan = async ({ page }: SlowPhone, links: readonly string[]): Promise<number> => {
  for (const url of links)
    for (const method of ['GET', 'HEAD', 'GET'])
      for (const headers of manners)
        await Promise.all([
          fetch(url, { method, headers, redirect: 'follow' }),
          page.request.fetch(url, { method, headers, failOnStatusCode: false }),
        ])
  return links.length
}

const ways = [
  { scripts: false, phone: '+6281200000005', colorScheme: 'light' },
  { scripts: true, phone: '+6281200000010', colorScheme: 'dark' },
] as const

describe.each(ways)('on a slow phone, scripts $scripts', ({ scripts, phone: number, colorScheme }) => {
  it('signs in, goes on duty, is asked by text message, answers and carries out; every page under 60 kB', async () => {
    const phone = await slowPhone(browser, { scripts, colorScheme })
    const { page, weigh } = phone
    const weights: Record<string, number> = {}
    const faults: string[] = []
    const links = new Set<string>()
    /** Weighs a page, looks for barriers, and notes where it leads. */
    const look = async (name: string, act: () => Promise<unknown>): Promise<void> => {
      weights[name] = await weigh(act)
      if (scripts) faults.push(...(await axeFaults(page)))
      for (const link of await linksOf(page, city.apiUrl)) links.add(link)
    }
    await look('door', () => page.goto(`${city.apiUrl}/siaga`))
    await signIn(phone, number)
    await look('home', () => page.reload())
    if ((await page.getByRole('button', { name: 'Akhiri siaga' }).count()) > 0)
      await press(page, 'Akhiri siaga')
    await says(page, 'Tidak siaga')
    await page.getByLabel('Kelurahan').selectOption({ label: 'Oebufu' })
    await page.getByLabel('Siaga sampai').selectOption({ index: 5 })
    await press(page, 'Mulai siaga')
    await says(page, 'Anda siaga. Terima kasih.')

    const earlier = (await inbox()).length
    const incidentId = await askEverybody()
    const text = await smsTo(number, /Jawab sebelum .*kode \d{5}/, earlier)
    await look('home with an offer', () => page.goto(`${city.apiUrl}/siaga`))
    await says(page, 'Ada tawaran tugas')
    await look('offer', () => page.goto(/http\S+\/t\/\S+/.exec(text)?.[0] ?? ''))
    if (!scripts) {
      const before = await deeds()
      expect(await scan(phone, [...links])).toBeGreaterThan(10)
      expect(await deeds()).toEqual(before)
    }

    await page.reload()
    await press(page, 'Terima tugas')
    await says(page, 'Anda ditugaskan.')
    await look('task', () => page.reload())
    await press(page, 'Saya berangkat')
    await says(page, 'Tercatat.')
    await city.operator.call('sendMessage', { params: { id: incidentId }, body: { text: 'Lewat timur.' } })
    await smsTo(number, /Pesan posko: Lewat timur/, earlier)
    await page.reload()
    await says(page, 'Lewat timur.')
    await look('call for help', () => page.goto(`${page.url().split('?')[0]}/sos`))
    await page.goBack()
    await page.getByText('Butuh bantuan (darurat)').click()
    await page.getByRole('button', { name: 'Ya, kirim permintaan bantuan' }).waitFor()
    if (scripts) faults.push(...(await axeFaults(page)))
    await page.getByText('Langkah lain').click()
    await press(page, 'Tugas selesai')
    await says(page, 'Bantuan Anda sangat berarti')
    await city.operator.call('cancelIncident', { params: { id: incidentId }, body: { reason: 'Air surut.' } })
    await look('history', () => page.goto(`${city.apiUrl}/siaga/riwayat`))
    await says(page, 'Pantau dan laporkan')
    await look('data', () => page.getByRole('link', { name: 'Data saya' }).click())
    await look('data, English', async () => {
      await press(page, 'English')
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
    })
    await press(page, 'Sign out')
    await says(page, 'You have signed out.')

    console.log(scripts ? 'with scripts' : 'without scripts', weights)
    for (const [name, weight] of Object.entries(weights))
      expect([name, weight < MOST_BYTES]).toEqual([name, true])
    expect(Math.min(...Object.values(weights))).toBeGreaterThan(1000)
    expect(faults).toEqual([])
    expect(phone.complaints).toEqual([])
    await phone.close()
  })
})
