import { id as words } from '../../../dashboard/src/text/id.ts'
import { signInAtDesk } from '../desk.ts'
import { stallable } from '../stall.ts'
import { choose, openFile, openList } from './open.ts'
import { richest } from '../subjects.ts'
import { present, type Scene } from './scene.ts'

const { frame } = words

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
