import type { Page } from 'playwright-core'
import { goTo } from '../desk.ts'
import { Absent } from './scene.ts'

/** The file of an incident, read in, and no longer the one before. */
export const openFile = async (page: Page, id: string): Promise<void> => {
  await goTo(page, `/kejadian/${id}`)
  await page.locator(`[data-file="${id}"]`).getByRole('heading', { level: 2 }).waitFor()
}

/** The list, with nothing chosen. */
export const openList = async (page: Page): Promise<void> => {
  await goTo(page, '/kejadian')
  await page.locator('[data-incident]').first().waitFor()
}

/** Opens the list of incidents that lie on each other on the map, by keyboard. @throws Absent when none do */
export const openCrowd = async (page: Page): Promise<void> => {
  await page.locator('.city-map [data-drawn]').waitFor()
  const crowd = page.getByRole('button', { name: /kejadian di sini/ }).first()
  if ((await crowd.count()) === 0) throw new Absent('incidents on each other')
  await crowd.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
}

/** Presses one of a row of choices; the button itself lies unseen under its words. */
export const choose = async (page: Page, label: string): Promise<void> => {
  await page.locator('label').filter({ hasText: label }).click()
}
