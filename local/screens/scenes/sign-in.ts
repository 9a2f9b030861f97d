import { id as words } from '../../../dashboard/src/text/id.ts'
import type { Scene } from './scene.ts'

/** Before anybody is signed in. */
export const signInScenes: readonly Scene[] = [
  {
    name: 'sign-in',
    show: async ({ page }) => {
      await page.getByRole('heading', { name: words.session.title }).waitFor()
    },
  },
  {
    name: 'sign-in-refused',
    show: async ({ page }) => {
      await page.getByLabel(words.session.login).fill('salah')
      await page.getByLabel(words.session.password, { exact: true }).fill('bukan-kata-sandinya')
      await page.getByRole('button', { name: words.session.submit }).click()
      await page.getByRole('alert').waitFor()
    },
  },
]
