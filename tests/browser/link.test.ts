import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { id as words } from '../../dashboard/src/text/id.ts'
import { openDesk, PATIENCE_MS, signInAtDesk } from '../../local/screens/desk.ts'
import { openFile } from '../../local/screens/scenes/open.ts'
import { stallable } from '../../local/screens/stall.ts'
import { aReport, openCity, type TestCity } from '../recovery/city.ts'
import { openBrowser, readingsOf, signInOf } from './browser.ts'

/** What the product promises: whoever looks at an old picture reads so within five seconds. */
const BEHIND_WITHIN_MS = 5000
const PATIENT = { timeout: PATIENCE_MS }

let city: TestCity
let browser: Browser
beforeAll(async () => {
  city = await openCity({ volunteers: 20 })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await city?.end()
})

const { frame, errors, labels } = words
const row = (page: Page, id: string) => page.locator(`[data-incident="${id}"]`)
const status = (page: Page) => page.getByRole('banner').getByRole('status')
const live = (page: Page) => status(page).filter({ hasText: frame.live }).waitFor(PATIENT)

/** A report that waits for its verification. Returns its id. */
const report = async (description: string): Promise<string> => {
  const body = { ...aReport(description), verified: false }
  return (await city.operator.call('reportIncident', { body })).incident.id
}

describe('the live connection', () => {
  it('stalls: the screen says that it is behind, does not poll, and is whole when it flows again', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'id-ID' })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENT.timeout)
    const line = await stallable(page)
    await page.goto(city.apiUrl)
    await signInAtDesk(page, signInOf(city, 'operator'))
    const first = await report('Sebelum sambungan macet.')
    await row(page, first).waitFor(PATIENT)
    await live(page)

    line.stall()
    await page.getByText(frame.behindBar).waitFor({ timeout: BEHIND_WITHIN_MS })
    const readings = readingsOf(page)
    const second = await report('Selama sambungan macet.')
    // The age that it shows runs on; nothing it shows or asks for betrays that it knows better.
    await page
      .getByRole('banner')
      .getByText(/^0\d:[1-5]\d$/)
      .waitFor(PATIENT)
    expect(readings).toEqual([])
    expect(await row(page, second).count()).toBe(0)

    line.flow()
    await row(page, second).waitFor(PATIENT)
    await live(page)
    await page.getByText(frame.behindBar).waitFor({ state: 'hidden' })
    await context.close()
  })

  it('is lost with its server: the screen says so, refuses to pretend, and recovers without a reload', async () => {
    const { page } = await openDesk(browser, city.apiUrl)
    await signInAtDesk(page, signInOf(city, 'operator'))
    const id = await report('Sebelum server mati.')
    await row(page, id).waitFor(PATIENT)
    await openFile(page, id)
    await live(page)
    await page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'))

    city.processes.api.kill('SIGKILL')
    await status(page)
      .filter({ hasText: frame.cut('').split(' ')[0] })
      .waitFor(PATIENT)
    const file = page.getByRole('article')
    await file.getByRole('button', { name: words.incident.actions.verify }).click()
    await file.getByText(errors.unreachable).waitFor(PATIENT)
    expect(await file.getByText(labels.incidentStatus.reported).count()).toBeGreaterThan(0)
    expect(await page.getByText(words.dialogs.done.verified).count()).toBe(0)

    await city.restartWith('api', {})
    await live(page)
    expect(await page.locator('body').getAttribute('data-same-page')).toBe('yes')
    const { incident } = await city.operator.call('getIncident', { params: { id } })
    expect(incident.status).toBe('reported')
    await file.getByRole('button', { name: words.incident.actions.verify }).click()
    await file.getByText(labels.incidentStatus.verified).first().waitFor(PATIENT)
    await page.context().close()
  })

  it('shows two tabs of one user the same', async () => {
    const { page: left } = await openDesk(browser, city.apiUrl)
    await signInAtDesk(left, signInOf(city, 'operator'))
    const right = await left.context().newPage()
    right.setDefaultTimeout(PATIENT.timeout)
    await right.goto(city.apiUrl)
    await live(right)

    const id = await report('Terlihat di kedua tab.')
    // A tab behind another draws nothing, so it is asked what it holds instead of waited for.
    for (const tab of [left, right]) await expect.poll(() => row(tab, id).count(), PATIENT).toBe(1)
    await left.bringToFront()
    await openFile(left, id)
    await left.getByRole('article').getByRole('button', { name: words.incident.actions.verify }).click()
    await right.bringToFront()
    await row(right, id).getByText(labels.incidentStatus.verified).waitFor(PATIENT)
    await expect
      .poll(async () => JSON.stringify(await seen(right)) === JSON.stringify(await seen(left)), PATIENT)
      .toBe(true)
    expect((await seen(left)).length).toBeGreaterThan(3)
    await left.context().close()
  })
})

/** What runs on by the second, and is read at two moments. */
const clocks = /\+?\d*:?\d\d:\d\d|\d+ \S+ lalu|baru saja/g

/** What a tab shows of every incident, and in the strip. */
const seen = async (tab: Page): Promise<string[]> => {
  const texts = [
    ...(await tab.locator('[data-incident]').allInnerTexts()),
    ...(await tab.getByLabel(words.incident.strip.label, { exact: true }).locator('dd').allInnerTexts()),
  ]
  return texts.map((text) => text.replaceAll(clocks, ''))
}
