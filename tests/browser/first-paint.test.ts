import { gzipSync } from 'node:zlib'
import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { id as words } from '../../dashboard/src/text/id.ts'
import { goTo, openDesk, signInAtDesk, wall } from '../../local/screens/desk.ts'
import { openFile } from '../../local/screens/scenes/open.ts'
import { anAskingIncident, openCity, signInAs, type TestCity } from '../recovery/city.ts'
import { openBrowser, signInOf } from './browser.ts'

/** What people wait for on a bad connection, in bytes as they travel. */
const FIRST_PAINT_MOST = 150_000

/** The canvas of MapLibre. */
const MAP = 'canvas.maplibregl-canvas'

let city: TestCity
let browser: Browser
let incidentId: string
beforeAll(async () => {
  city = await openCity({ volunteers: 20 })
  browser = await openBrowser()
  incidentId = await anAskingIncident(city.operator)
})
afterAll(async () => {
  await browser?.close()
  await city?.end()
})

/** Every script and style sheet that the page fetched so far, by its address. */
const codeFetchedBy = (page: Page): Map<string, Response> => {
  const fetched = new Map<string, Response>()
  page.on('response', (response) => {
    if (/\.(js|mjs|css)$/.test(new URL(response.url()).pathname)) fetched.set(response.url(), response)
  })
  return fetched
}

/** In bytes, packed: by the server when it packs, else as a proxy in front of it would. */
const packedSizeOf = async (responses: Iterable<Response>): Promise<number> => {
  let bytes = 0
  for (const response of responses)
    bytes += (await response.headerValue('content-encoding'))
      ? (await response.request().sizes()).responseBodySize
      : gzipSync(await response.body()).byteLength
  return bytes
}

const haveMap = async (responses: Iterable<Response>): Promise<boolean> => {
  for (const response of responses) if ((await response.text()).includes('maplibregl-canvas')) return true
  return false
}

describe('first paint', () => {
  it('takes little over the wire, and the map waits until somebody has signed in', async () => {
    const context = await browser.newContext({ ...wall, locale: 'id-ID' })
    const page = await context.newPage()
    const fetched = codeFetchedBy(page)
    await page.goto(city.apiUrl)
    await page.getByLabel(words.session.login).waitFor()
    await page.waitForLoadState('networkidle')
    const before = [...fetched.values()]
    expect(await packedSizeOf(before)).toBeGreaterThan(10_000)
    expect(await packedSizeOf(before)).toBeLessThanOrEqual(FIRST_PAINT_MOST)
    expect(await haveMap(before)).toBe(false)

    await signInAtDesk(page, signInOf(city, 'operator'))
    await page.locator(MAP).waitFor()
    expect(await haveMap(fetched.values())).toBe(true)
    await context.close()
  })
})

describe('a whole session', () => {
  it('asks no other address for anything and keeps its own security policy', async () => {
    const { page, complaints } = await openDesk(browser, city.apiUrl)
    await signInAtDesk(page, signInOf(city, 'supervisor'))
    await page.locator(MAP).waitFor()
    await openFile(page, incidentId)
    for (const [path, title] of [
      ['/kejadian/baru', words.report.title],
      ['/relawan', words.volunteers.title],
      ['/peringatan', words.incident.alarms.title],
    ] as const) {
      await goTo(page, path)
      await page.getByRole('heading', { level: 1, name: title }).waitFor({ state: 'attached' })
    }
    await page.getByRole('button', { name: words.frame.settings }).click()
    await page.getByRole('dialog').waitFor()
    expect(complaints).toEqual([])

    // The ear is open: a script that the policy forbids is heard.
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "taken over"'
      document.head.append(script)
    })
    await expect.poll(() => complaints.length).toBeGreaterThan(0)
    expect(await page.title()).not.toBe('taken over')
    await page.context().close()
  })
})

describe('two desks at one incident', () => {
  it('are told of each other, and no longer when one of them has left', async () => {
    const people = {
      operator: await city.operator.call('me'),
      supervisor: await (await signInAs(city, 'supervisor')).call('me'),
    }
    const nameOf = (role: 'operator' | 'supervisor') => {
      const { displayName } = people[role]
      return words.incident.head.lookers(`${displayName} (${words.labels.role[role]})`)
    }
    const supervisor = await openDesk(browser, city.apiUrl)
    await signInAtDesk(supervisor.page, signInOf(city, 'supervisor'))
    await openFile(supervisor.page, incidentId)
    expect(await supervisor.page.getByText(nameOf('operator')).count()).toBe(0)

    const operator = await openDesk(browser, city.apiUrl)
    await signInAtDesk(operator.page, signInOf(city, 'operator'))
    await openFile(operator.page, incidentId)
    await supervisor.page.getByText(nameOf('operator')).waitFor()
    await operator.page.getByText(nameOf('supervisor')).waitFor()

    await goTo(operator.page, '/peringatan')
    await supervisor.page.getByText(nameOf('operator')).waitFor({ state: 'detached' })
    for (const { page } of [supervisor, operator]) await page.context().close()
  })
})
