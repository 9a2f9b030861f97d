import type { Page } from 'playwright-core'
import { goTo } from '../desk.ts'

/** The file of an incident, read in. */
export const openFile = async (page: Page, id: string): Promise<void> => {
  await goTo(page, `/kejadian/${id}`)
  await page.getByRole('article').getByRole('heading', { level: 2 }).waitFor()
}

/** The list, with nothing chosen. */
export const openList = async (page: Page): Promise<void> => {
  await goTo(page, '/kejadian')
  await page.locator('[data-incident]').first().waitFor()
}

/** Presses one of a row of choices; the button itself lies unseen under its words. */
export const choose = async (page: Page, label: string): Promise<void> => {
  await page.locator('label').filter({ hasText: label }).click()
}
