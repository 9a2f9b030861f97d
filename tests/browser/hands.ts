import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Look } from '../../local/screens/desk.ts'

export const wide: Look = { colorScheme: 'light', viewport: { width: 1440, height: 900 } }
export const phoneLook: Look = { colorScheme: 'dark', viewport: { width: 390, height: 844 } }

export const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()
export const dialog = (page: Page) => page.getByRole('dialog')
export const submit = (page: Page, name: string) =>
  dialog(page).getByRole('button', { name, exact: true }).click()

/** Everything that has the focus says of itself. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement)) return ''
    const labels = 'labels' in at && at.labels instanceof NodeList ? [...at.labels] : []
    const said = [at.getAttribute('aria-label'), ...labels.map((label) => label.textContent), at.textContent]
    return said.filter(Boolean).join(' ')
  })

/** Counts every key that is pressed; a mouse is not touched. */
export const keyboardOf = (page: Page) => {
  let strokes = 0
  const press = async (key: string): Promise<void> => {
    strokes += 1
    await page.keyboard.press(key)
  }
  return {
    strokes: () => strokes,
    press,
    type: async (text: string): Promise<void> => {
      strokes += text.length
      await page.keyboard.type(text)
    },
    /** With one key again and again until this has the focus. */
    reach: async (name: string, key = 'Tab'): Promise<void> => {
      for (let i = 0; i < 60 && !(await focused(page)).includes(name); i += 1) await press(key)
      expect(await focused(page)).toContain(name)
    },
  }
}
