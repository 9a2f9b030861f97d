import { id as words } from '../../../dashboard/src/text/id.ts'
import { en } from '../../../dashboard/src/text/en.ts'
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
    name: 'english',
    show: async ({ page, stage }) => {
      await page.getByRole('button', { name: frame.settings }).click()
      await choose(page, 'English')
      await page.keyboard.press('Escape')
      await openFile(page, present(await richest(stage.client), 'an open incident').id)
    },
  },
  {
    name: 'behind',
    show: async ({ page }) => {
      await page.getByRole('button', { name: en.frame.settings }).click()
      await choose(page, 'Bahasa Indonesia')
      await page.keyboard.press('Escape')
      await openList(page)
      // An open socket is stalled, not closed: the screen itself must notice that it hears nothing.
      await page.context().setOffline(true)
      await page.getByText(frame.behindBar).waitFor()
    },
  },
]
