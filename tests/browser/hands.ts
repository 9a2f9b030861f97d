import type { FileChooser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { PATIENCE_MS, type Look } from '../../local/screens/desk.ts'

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
    // Nothing has it: the body is not a place to press a key.
    if (!(at instanceof HTMLElement) || at === document.body) return ''
    const labels = 'labels' in at && at.labels instanceof NodeList ? [...at.labels] : []
    const said = [at.getAttribute('aria-label'), ...labels.map((label) => label.textContent), at.textContent]
    return said.filter(Boolean).join(' ')
  })

/**
 * What a person needs at the keyboard, by the Keystroke-Level Model (Card, Moran and Newell 1980): 0.28 s for a key of an
 * average typist who is no secretary, and 1.35 s to make up his mind before each thing he does.
 */
const KEY_S = 0.28
const MIND_S = 1.35

export interface Strokes {
  /** All keys. */
  strokes: number
  /** Those of them that are text. */
  typed: number
  /** Things done, for each of which a person makes up his mind. */
  steps: number
}

/** How many keys beside those of the text itself are left to him, of so many seconds. */
export const keysLeft = (seconds: number, { typed, steps }: Pick<Strokes, 'typed' | 'steps'>): number =>
  Math.floor((seconds - steps * MIND_S) / KEY_S) - typed

export const humanSeconds = ({ strokes, steps }: Pick<Strokes, 'strokes' | 'steps'>): number =>
  strokes * KEY_S + steps * MIND_S

/** Counts every key that is pressed, those that are text, and the things that were done; a mouse is not touched. */
export const keyboardOf = (page: Page) => {
  let strokes = 0
  let typed = 0
  /** To begin is the first. */
  let steps = 1
  // Listened for from the beginning: a window that opens before the browser knows of it is lost.
  const choosers: FileChooser[] = []
  page.on('filechooser', (chooser) => choosers.push(chooser))
  const told = (text: string): void => {
    strokes += text.length
    typed += text.length
  }
  const press = async (key: string): Promise<void> => {
    strokes += 1
    await page.keyboard.press(key)
  }
  return {
    counts: (): Strokes => ({ strokes, typed, steps }),
    press,
    type: async (text: string): Promise<void> => {
      told(text)
      await page.keyboard.type(text)
    },
    /** Chooses a file in the window of the system, by its name and Enter; no browser lets anybody type there for us. */
    chooseFile: async (file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
      await press('Enter')
      const said = await focused(page)
      await expect.poll(() => choosers.length, { message: said, timeout: PATIENCE_MS }).toBe(1)
      steps += 1
      told(file.name)
      strokes += 1
      await choosers.shift()?.setFiles(file)
    },
    /** With one key again and again until this has the focus. */
    reach: async (name: string, key = 'Tab'): Promise<void> => {
      steps += 1
      for (let i = 0; i < 60 && !(await focused(page)).includes(name); i += 1) await press(key)
      expect(await focused(page)).toContain(name)
    },
  }
}
