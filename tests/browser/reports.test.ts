import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { id } from '../../dashboard/src/text/id.ts'
import { officeId } from '../../dashboard/src/text/office/id.ts'
import { axeFaults } from '../../local/screens/axe.ts'
import { goTo, openDesk, signInAtDesk } from '../../local/screens/desk.ts'
import type { Client } from '../world/client.ts'
import { aReport, openCity, signInAs, type TestCity } from '../recovery/city.ts'
import { openBrowser, signInOf } from './browser.ts'

const words = { ...id, ...officeId }

const { reports, desk } = words
let city: TestCity
let browser: Browser
let page: Page
let complaints: string[]
let supervisor: Client
beforeAll(async () => {
  city = await openCity({ volunteers: 5 })
  browser = await openBrowser()
  supervisor = await signInAs(city, 'supervisor')
  const opened = await openDesk(browser, city.apiUrl)
  ;({ page, complaints } = opened)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await signInAtDesk(page, signInOf(city, 'supervisor'))
})
afterAll(async () => {
  await browser?.close()
  await city?.end()
})

/** Axe in both themes, at the desk and on a phone. */
const faultsEverywhere = async (): Promise<string[]> => {
  const faults: string[] = []
  for (const [colorScheme, width, height] of [
    ['light', 390, 844],
    ['dark', 1440, 900],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height })
    faults.push(...(await axeFaults(page)).map((fault) => `${colorScheme} ${width}: ${fault}`))
  }
  return faults
}
const faultsOfDialog = async (open: () => Promise<void>): Promise<string[]> => {
  await open()
  await page.getByRole('dialog').waitFor()
  const faults = await faultsEverywhere()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  return faults
}
const button = (name: string) => page.getByRole('button', { name, exact: true }).first()
const file = async (more: object = {}): Promise<string> =>
  (await supervisor.call('reportIncident', { body: { ...aReport(), ...more } })).incident.id

it('a situation report is copied character for character, and what was recorded stands in it', async () => {
  const id = await file()
  await goTo(page, `/laporan/kejadian/${id}`)
  const text = page.getByRole('document', { name: reports.sitrep })
  await text.waitFor()
  expect(await faultsEverywhere()).toEqual([])
  await button(reports.recordImpact).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  expect(await faultsEverywhere()).toEqual([])
  await dialog.getByLabel(reports.words.impact.households).fill('2')
  await dialog.getByLabel(reports.urgentNeeds).fill('Terpal')
  await dialog.getByRole('button', { name: words.word.save }).click()
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(() => text.textContent()).toContain('Terdampak: 2 KK / jiwa dalam pendataan')
  await button(reports.recordImpact).click()
  await dialog.getByRole('button', { name: reports.restNil }).click()
  await dialog.getByRole('button', { name: words.word.save }).click()
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(() => text.textContent()).toContain('Terdampak: 2 KK\n')

  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/sitrep')),
    button(reports.show).click(),
  ])
  const told = (await answer.json()) as { text: string }
  await expect.poll(() => text.textContent()).toBe(told.text)
  await page.locator('h1').click()
  await page.keyboard.press('c')
  await page.getByText(reports.copied).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(told.text)
  expect(told.text).toContain('■ KEBUTUHAN MENDESAK\nTerpal\n■ SUMBER\nPusdalops PB BPBD Kota Kupang')

  await goTo(page, `/laporan/kejadian/${id}/pascakejadian`)
  await page.getByRole('img', { name: reports.words.map }).waitFor()
  expect(await faultsEverywhere()).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), button(reports.paper).click()])
  expect(download.suggestedFilename()).toMatch(/^KJ-\d{4}-\d{4}\.pdf$/)

  await goTo(page, '/laporan/bulanan')
  await page.getByText(reports.spans.whole.name).waitFor()
  expect(await faultsEverywhere()).toEqual([])
})

it('on paper only the page itself is left', async () => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
  const ground = await page.evaluate(() => getComputedStyle(document.body).color)
  await page.emulateMedia({ media: 'screen' })
  expect(ground).toBe('rgb(16, 22, 31)')
})

it('the gate is kept by keyboard: merge, take back, verify; nothing before the server has said so', async () => {
  const place = { lat: -10.1702, lng: 123.6268, kelurahan: 'Oebufu' }
  const first = await file({ verified: false, place })
  await goTo(page, '/verifikasi')
  const queue = page.getByRole('list', { name: desk.verification.title })
  await queue.getByRole('button').first().waitFor()
  await page.getByRole('list').getByRole('button', { name: desk.verification.merge }).first().waitFor()
  expect(await faultsEverywhere()).toEqual([])
  expect(await faultsOfDialog(() => page.keyboard.press('t'))).toEqual([])
  expect(await faultsOfDialog(() => page.keyboard.press('g'))).toEqual([])

  const statusOf = async (): Promise<string> =>
    (await supervisor.call('getIncident', { params: { id: first } })).incident.status
  await page.keyboard.press('1')
  await page.getByRole('button', { name: desk.verification.undo }).waitFor()
  expect(await statusOf()).toBe('duplicate')
  await page.keyboard.press('u')
  await page.getByText(desk.verification.undone).waitFor()
  expect(await statusOf()).toBe('reported')
  await queue.getByRole('button').first().waitFor()
  await page.getByRole('region', { name: desk.verification.report }).waitFor()
  await page.keyboard.press('v')
  await page.getByText(desk.verification.empty).waitFor()
  expect(await statusOf()).toBe('verified')
})

it('a shift is started, written into and handed over', async () => {
  await goTo(page, '/piket')
  expect(await faultsOfDialog(() => button(desk.shift.start).click())).toEqual([])
  await button(desk.shift.start).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(desk.shift.crew).fill('Contoh Lado\nContoh Bria')
  await dialog.getByLabel(desk.shift.cutoff).fill('31/12/2099 08.00')
  await dialog.getByRole('button', { name: desk.shift.start }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('Contoh Lado, Contoh Bria').waitFor()
  await page.getByLabel(desk.shift.entry).fill('Hujan lebat sejak pukul 20.00.')
  await button(desk.shift.write).click()
  await page.getByRole('listitem').filter({ hasText: 'Hujan lebat' }).waitFor()
  await page.getByText(desk.shift.chain).first().waitFor()
  expect(await faultsEverywhere()).toEqual([])
  await button(desk.shift.handOver).click()
  await dialog.getByText(desk.shift.chain).waitFor()
  expect(await faultsEverywhere()).toEqual([])
  await dialog.getByRole('button', { name: desk.shift.handOver }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(desk.shift.nobody).waitFor()
})

it('the ledger is browsed and its chain checked', async () => {
  await goTo(page, '/audit')
  const list = page.getByRole('list', { name: desk.audit.list })
  await list.getByRole('button').first().click()
  await page.getByRole('article').getByText(desk.audit.hash, { exact: true }).waitFor()
  expect(await faultsEverywhere()).toEqual([])
  await page.locator('h1').click()
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: desk.audit.check }).click()
  await dialog.getByText(/Rantai utuh: \d+ fakta/).waitFor()
  expect(await faultsEverywhere()).toEqual([])
  expect(complaints).toEqual([])
})

/** Another desk, at which somebody of this role has signed in. */
const deskOf = async (role: string): Promise<Page> => {
  const { page: other } = await openDesk(browser, city.apiUrl)
  const { login, password } = signInOf(city, role)
  await other.getByLabel(words.session.login).fill(login)
  await other.getByLabel(words.session.password, { exact: true }).fill(password)
  await other.getByRole('button', { name: words.session.submit }).click()
  return other
}

it('whoever may not look at volunteers is told no number of them, not even none', async () => {
  const { strip } = words.incident
  const shownTo = async (role: string): Promise<string[]> => {
    const other = await deskOf(role)
    const figures = other.locator('dl').filter({ hasText: strip.active })
    await figures.waitFor()
    const shown = [strip.onDuty, strip.asked, strip.onTask].map((label) =>
      figures.getByText(label, { exact: true }),
    )
    const found = await Promise.all(shown.map(async (label) => String(await label.count())))
    await other.context().close()
    return found
  }
  expect(await shownTo('supervisor')).toEqual(['1', '1', '1'])
  expect(await shownTo('pimpinan')).toEqual(['0', '0', '0'])
})

it('the bars lead nobody where he may not go', async () => {
  const other = await deskOf('coordinator')
  await other.getByRole('link', { name: words.frame.volunteers }).first().waitFor()
  for (const name of ['reports', 'shift', 'audit', 'verification'] as const)
    expect(await other.getByRole('link', { name: words.frame[name], exact: true }).count()).toBe(0)
  await goTo(other, '/audit')
  await other.waitForURL((url) => url.pathname !== '/audit')
  await other.context().close()
})
