import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { id as words } from '../../dashboard/src/text/id.ts'
import { signIn } from '../../local/scenario/client.ts'
import { officeId } from '../../dashboard/src/text/office/id.ts'
import { axeFaults } from '../../local/screens/axe.ts'
import { fileIncidents } from '../../local/screens/crowd.ts'
import { goTo, openDesk, signInAtDesk, type Look } from '../../local/screens/desk.ts'
import { openCrowd, openFile, openList } from '../../local/screens/scenes/open.ts'
import { incidentWith, isShort } from '../../local/screens/subjects.ts'
import { until } from '../world/client.ts'
import { openCity, type TestCity } from '../recovery/city.ts'
import { openBrowser, signInOf } from './browser.ts'

const INCIDENTS = 22
let city: TestCity
let browser: Browser
/** An incident that has people to stand down or to ask, and one that waits for its verification. */
let busy: string
let fresh: string
beforeAll(async () => {
  city = await openCity({ volunteers: 60 })
  browser = await openBrowser()
  const client = await signIn(city.apiUrl, signInOf(city, 'supervisor'))
  const [first = ''] = await fileIncidents(client, INCIDENTS)
  fresh = first
  busy = (await until('an incident that asks', () => incidentWith(client, isAsking), 60)).id
})
afterAll(async () => {
  await browser?.close()
  await city?.end()
})

const isAsking: Parameters<typeof incidentWith>[1] = (incident) =>
  incident.offers.length > 0 && isShort(incident)

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const
const looks = (['desktop', 'phone'] as const).flatMap((size) =>
  (['dark', 'light'] as const).map((colorScheme) => ({ size, colorScheme, viewport: sizes[size] })),
)

const faultsWithDialog = async (page: Page, button: string): Promise<string[]> => {
  await page.getByRole('button', { name: button }).first().click()
  await page.getByRole('dialog').waitFor()
  const faults = await axeFaults(page)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  return faults
}

const signedIn = async (look: Look): Promise<Page> => {
  const { page } = await openDesk(browser, city.apiUrl, look)
  await signInAtDesk(page, signInOf(city, 'supervisor'))
  return page
}

describe.each(looks)('no axe fault: $size, $colorScheme', (look) => {
  it('the desk with many incidents, a file, its dialogs, a report, the registry, the wall', async () => {
    const page = await signedIn(look)
    await openList(page)
    await expect
      .poll(() => page.locator('[data-incident]').count(), { timeout: 30_000 })
      .toBeGreaterThanOrEqual(20)
    if (look.size === 'desktop') await page.locator('canvas.maplibregl-canvas').waitFor()
    expect(await axeFaults(page)).toEqual([])
    if (look.size === 'desktop') {
      await openCrowd(page)
      expect(await axeFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
    }

    await openFile(page, busy)
    expect(await axeFaults(page)).toEqual([])
    expect(await faultsWithDialog(page, words.incident.actions.needs)).toEqual([])
    await openFile(page, fresh)
    expect(await faultsWithDialog(page, words.incident.actions.reject)).toEqual([])

    await goTo(page, '/kejadian/baru')
    await page.getByRole('button', { name: words.report.submit, exact: true }).click()
    await page.getByText(words.word.required).first().waitFor()
    expect(await axeFaults(page)).toEqual([])

    await goTo(page, '/relawan')
    await page.getByRole('list', { name: words.volunteers.title }).getByRole('listitem').first().waitFor()
    expect(await faultsWithDialog(page, words.volunteers.register)).toEqual([])

    await goTo(page, '/komando')
    await page.getByRole('heading', { level: 1, name: officeId.wall.title }).waitFor({ state: 'attached' })
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()
  })
})
