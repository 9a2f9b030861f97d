import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileOf } from '../api/partner/city.ts'
import { callForHelp, type Line, openLine, press, says, UNSENT } from './task-phone.ts'

let line: Line
beforeAll(async () => {
  line = await openLine()
})
afterAll(() => line?.close())

const HELD = 'Permintaan bantuan masih dikirim. Tetap di halaman ini.'
/** Somebody whose calls for help do not get through, as long as this is not undone. */
const calling = async () => {
  const { phone, path, incidentId } = await line.onTask()
  const { page } = phone
  await page.route('**/sos', (route) => route.abort())
  await callForHelp(page, 'Perahu terbalik')
  await says(page, UNSENT)
  return { phone, page, path, incidentId }
}
const pathOf = (page: Page): string => new URL(page.url()).pathname

describe('while a call for help is under way', () => {
  it('what another form came to is said in its place, and the page goes on once help was called', async () => {
    const { phone, page, path, incidentId } = await calling()
    await page.getByText('Kirim pesan ke posko').click()
    await page.getByLabel('Pesan', { exact: true }).fill('Jalan putus di timur')
    await press(page, 'Kirim pesan')
    await says(page, 'Pesan Anda sudah sampai di posko.')
    await press(page, 'Saya berangkat')
    await says(page, 'Tercatat.')
    expect(await page.getByText(UNSENT).count()).toBe(1)
    expect(await page.getByLabel('Apa yang terjadi').inputValue()).toBe('Perahu terbalik')
    expect([pathOf(page), new URL(page.url()).search]).toEqual([path, ''])
    expect(await line.alarmsOf(incidentId)).toEqual([])

    await page.unroute('**/sos')
    await page.waitForURL(/\?n=sos-/)
    await says(page, 'Permintaan bantuan terkirim')
    await page.getByRole('button', { name: 'Saya tiba di lokasi' }).waitFor()
    expect(await line.alarmsOf(incidentId)).toMatchObject([{ what: 'sos' }])
    expect((await fileOf(line.api.context, incidentId)).notes).toHaveLength(2)
    expect(await page.getByLabel('Pesan', { exact: true }).inputValue()).toBe('')
    expect(phone.complaints).toEqual([])
    await phone.close()
  })

  it('links, the other language and the browser hold him once, and let him go at the second press', async () => {
    const { phone, page, path } = await calling()
    const own = page.getByRole('link', { name: 'Halaman siaga saya' })
    await own.click()
    await says(page, HELD)
    await press(page, 'English')
    await expect.poll(() => page.getByText(HELD).count()).toBe(2)
    const asked = new Promise<string>((done) => {
      page.once('dialog', (dialog) => {
        done(dialog.type())
        void dialog.dismiss()
      })
    })
    await page.close({ runBeforeUnload: true })
    expect(await asked).toBe('beforeunload')
    expect([pathOf(page), await page.getByText(UNSENT).count()]).toEqual([path, 1])
    await own.click()
    await page.waitForURL(/\/siaga/)
    await phone.close()
  })

  it('it goes on although a line never answers, also in a browser without time limits of its own', async () => {
    const { phone, path, incidentId } = await line.onTask()
    const { page } = phone
    await page.addInitScript(() => Reflect.deleteProperty(AbortSignal, 'timeout'))
    await page.goto(line.api.url + path)
    let tried = 0
    await page.route('**/sos', (route) => {
      tried += 1
      return tried > 1 ? route.continue() : undefined
    })
    await callForHelp(page, 'Ban bocor')
    await says(page, 'Permintaan bantuan terkirim', 60_000)
    expect([tried, (await line.alarmsOf(incidentId)).length]).toEqual([2, 1])
    await phone.close()
  })
})
