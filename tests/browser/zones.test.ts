import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { id as words } from '../../dashboard/src/text/id.ts'
import { axeFaults } from '../../local/screens/axe.ts'
import { openDesk, PATIENCE_MS } from '../../local/screens/desk.ts'
import { openCity, type TestCity } from '../recovery/city.ts'
import { openBrowser, signInOf } from './browser.ts'

const PATIENT = { timeout: PATIENCE_MS }
const REASON = 'Air setinggi lutut di jembatan contoh.'

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

const { zones } = words
const openZones = async (role: string): Promise<Page> => {
  const { page } = await openDesk(browser, city.apiUrl)
  const { login, password } = signInOf(city, role)
  await page.getByLabel(words.session.login).fill(login)
  await page.getByLabel(words.session.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: words.session.submit }).click()
  await page.getByRole('link', { name: words.frame.zones }).first().click()
  await page.getByRole('heading', { name: zones.title }).waitFor(PATIENT)
  return page
}
const row = (page: Page) => page.getByRole('listitem').filter({ hasText: REASON })

describe('a danger zone on the screen', () => {
  it('is drawn by keyboard alone, seen at once by who only watches, and ended', async () => {
    const watcher = await openZones('pimpinan')
    await watcher.getByText(zones.none).waitFor(PATIENT)
    expect(await watcher.getByRole('button', { name: zones.draw }).count()).toBe(0)

    const page = await openZones('operator')
    await page.getByRole('button', { name: zones.draw }).press('Enter')
    const form = page.getByRole('form', { name: zones.draw })
    await form.getByRole('button', { name: zones.draw }).press('Enter')
    await form.getByText(zones.missing).waitFor(PATIENT)
    await form.getByText(zones.reasonMissing).waitFor(PATIENT)
    expect(await axeFaults(page)).toEqual([])

    await form.getByLabel(zones.middle).fill('Oebufu')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await form.getByLabel(zones.radius).fill('900')
    await form.getByLabel(zones.reason).fill(REASON)
    await form.getByRole('button', { name: zones.draw }).press('Enter')
    await row(page).waitFor(PATIENT)
    await row(watcher).waitFor(PATIENT)
    expect(await row(watcher).getByRole('button').count()).toBe(0)
    const [drawn] = (await city.operator.call('listZones', { query: {} })).zones
    expect(drawn).toMatchObject({ state: 'active', kind: 'banjir', bars: ['motorcycle', 'car', 'pickup'] })

    await row(page).getByRole('button', { name: zones.end }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor(PATIENT)
    expect(await axeFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: zones.end }).press('Enter')
    await page.getByText(zones.none).waitFor(PATIENT)
    await watcher.getByText(zones.none).waitFor(PATIENT)
  })
})
