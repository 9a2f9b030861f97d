import type { Page } from 'playwright-core'
import { routes } from '#contracts/wire/routes/all.ts'
import { id as words } from '../../../dashboard/src/text/id.ts'
import { openDesk, signInAtDesk } from '../desk.ts'
import { stallable } from '../stall.ts'
import { choose, openFile, openList } from './open.ts'
import { richest } from '../subjects.ts'
import { present, type At, type Scene } from './scene.ts'

const { frame } = words

/** A window in which it rains until in two hours: put into the answer that the screen reads. */
const inRain = async ({ browser, stage, look }: At): Promise<Page> => {
  const { page } = await openDesk(browser, stage.url, look)
  await page.route('**/api/v1/policy', async (route) => {
    const answer = await route.fetch()
    const policy = routes.readPolicy.response.parse(await answer.json())
    const weatherUntil = new Date(Date.now() + 2 * 3_600_000).toISOString()
    const settings = { ...policy.settings, weather: 'heavy_rain' as const, weatherUntil }
    await route.fulfill({ response: answer, json: { ...policy, settings } })
  })
  await signInAtDesk(page, stage.user)
  await openList(page)
  await page.getByText(frame.weather.kinds.heavy_rain).first().waitFor()
  return page
}

/** What stands around every page, the other language, and a screen that has fallen behind. */
export const frameScenes: readonly Scene[] = [
  {
    name: 'settings',
    show: async ({ page }) => {
      await openList(page)
      await page.getByRole('button', { name: frame.settings }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'help',
    show: async ({ page }) => {
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: frame.shortcuts }).waitFor()
    },
  },
  {
    name: 'behind',
    show: () => Promise.resolve(),
    window: async ({ browser, stage, look }) => {
      const page = await (await browser.newContext({ ...look, locale: 'id-ID' })).newPage()
      const line = await stallable(page)
      await page.goto(stage.url)
      await signInAtDesk(page, stage.user)
      await page.getByRole('banner').getByRole('status').filter({ hasText: frame.live }).waitFor()
      line.stall()
      await page.getByText(frame.behindBar).waitFor()
      return page
    },
  },
  { name: 'weather', show: () => Promise.resolve(), window: inRain },
  {
    name: 'dialog-weather',
    show: () => Promise.resolve(),
    window: async (at) => {
      const page = await inRain(at)
      await page.getByRole('button', { name: frame.weather.end, exact: true }).click()
      await page.getByRole('dialog').waitFor()
      return page
    },
  },
  {
    name: 'english',
    show: async ({ page, stage }) => {
      await page.getByRole('button', { name: frame.settings }).click()
      await choose(page, 'English')
      await page.keyboard.press('Escape')
      await openFile(page, present(await richest(stage.client), 'an open incident').id)
    },
  },
]
