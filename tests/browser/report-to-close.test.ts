import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCity, signInAs, type TestCity } from '../recovery/city.ts'
import { axeFaults } from '../../local/screens/axe.ts'
import { openDesk, signInAtDesk } from '../../local/screens/desk.ts'
import { choose } from '../../local/screens/scenes/open.ts'
import { openBrowser, signInOf } from './browser.ts'

let city: TestCity
let browser: Browser
beforeAll(async () => {
  city = await openCity({ volunteers: 60 })
  browser = await openBrowser()
  // Only those without a platform stay on duty: the task link must do it alone.
  city.processes.simulator.kill('SIGTERM')
  const supervisor = await signInAs(city, 'supervisor')
  const { volunteers } = await supervisor.call('listVolunteers', { query: { duty: 'on', limit: 500 } })
  for (const { id, channel } of volunteers)
    if (channel === 'webhook') await supervisor.call('setDuty', { params: { id }, body: { duty: 'off' } })
})
afterAll(async () => {
  await browser?.close()
  await city?.end()
})

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

describe('from a report to the end, in a browser', () => {
  it('report → verify → dispatch → accepted through a task link → arrived → closed', async () => {
    const { page, complaints } = await openDesk(browser, city.apiUrl)
    await signInAtDesk(page, signInOf(city, 'operator'))
    expect(await axeFaults(page)).toEqual([])

    await page.keyboard.press('n')
    await page.getByLabel('Jenis kejadian').selectOption({ label: 'Banjir' })
    await choose(page, 'Tinggi')
    await page.getByLabel('Uraian').fill('Air masuk rumah, dua keluarga minta diantar.')
    await page.getByRole('combobox', { name: 'Kelurahan' }).fill('Oebufu')
    await page.keyboard.press('Enter')
    expect(await axeFaults(page)).toEqual([])
    await press(page, 'Simpan laporan')

    const file = page.getByRole('article')
    await file.getByText('KJ-2026-0001').waitFor()
    await press(page, 'Verifikasi')
    await file.getByText('Terverifikasi').first().waitFor()
    await press(page, 'Atur kebutuhan')
    await press(page, 'Tambah kebutuhan')
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await press(page, 'Cari relawan')
    await file.getByText('Mencari relawan').first().waitFor()
    const copy = file.getByRole('button', { name: 'Salin pesan' }).first()
    await expect.poll(() => shown(page, copy), { timeout: 30_000, interval: 1000 }).toBe(true)
    await copy.click()
    const message = await page.getByRole('textbox', { name: 'Pesan untuk relawan' }).inputValue()
    await page.keyboard.press('Escape')
    const link = /http:\S+/.exec(message)?.[0]
    if (link === undefined) throw new Error(`no link in: ${message}`)

    await serve(link)

    await expect
      .poll(() => shown(page, file.getByText('Selesai').first()), { timeout: 30_000, interval: 1000 })
      .toBe(true)
    expect(await axeFaults(page)).toEqual([])
    await press(page, 'Terkendali')
    await confirm(page)
    await file.getByRole('button', { name: 'Tutup kejadian' }).waitFor()
    await press(page, 'Tutup kejadian')
    await confirm(page)
    await file.getByText('Selesai').first().waitFor()
    expect(complaints).toEqual([])

    const { operator: api } = city
    const { incidents } = await api.call('listIncidents', { query: { status: 'closed' } })
    const [closed] = incidents
    if (!closed) throw new Error('no closed incident')
    const { facts } = await api.call('incidentFacts', { params: { id: closed.id } })
    const steps = facts
      .filter((fact) => fact.type === 'assignment.progressed')
      .map((fact) => fact.data['state'])
    expect(steps).toEqual(['en_route', 'on_scene', 'working', 'completed'])
    expect(facts.at(-1)?.type).toBe('incident.closed')
  })
})

/** Reloads what the operator sees, as he would, and says whether this is there now. */
const shown = async (page: Page, what: ReturnType<Page['getByRole']>): Promise<boolean> => {
  await press(page, 'Muat ulang')
  return what.isVisible()
}

/** A confirmation, when the action asks for one. */
const confirm = async (page: Page): Promise<void> => {
  const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'))
  await dialog
    .getByRole('button', { name: /Nyatakan terkendali|Tutup kejadian/ })
    .last()
    .click()
  await dialog.waitFor({ state: 'hidden' })
}

const versionOfFirst = async () => (await city.operator.call('listIncidents')).incidents[0]?.version

/** The volunteer, on a phone without JavaScript: a look changes nothing, then he accepts and carries it out. */
const serve = async (link: string): Promise<void> => {
  const before = await versionOfFirst()
  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
    locale: 'id-ID',
  })
  const page = await phone.newPage()
  await page.goto(link)
  expect(await axeFaultsWithoutScript(link)).toEqual([])
  expect(await versionOfFirst()).toBe(before)
  for (const step of [
    'Terima tugas',
    'Saya berangkat',
    'Saya tiba di lokasi',
    'Saya mulai bertugas',
    'Tugas selesai',
  ]) {
    await page.getByRole('button', { name: step }).click()
    await page.getByRole('status').waitFor()
  }
  await phone.close()
}

/** axe needs scripts; the page is the same without them. */
const axeFaultsWithoutScript = async (link: string): Promise<string[]> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true })
  const page = await context.newPage()
  await page.goto(link)
  const faults = await axeFaults(page)
  await context.close()
  return faults
}
