import type { Page } from 'playwright-core'
import type { RouteName } from '#contracts/wire/routes/all.ts'
import { id } from '../../../dashboard/src/text/id.ts'
import { dialog, submit } from '../hands.ts'
import type { ActSubjects, Subject } from './subjects.ts'

const { actions } = id.incident

export interface Act {
  what: string
  /** The route that the press ends at. */
  through: RouteName
  /** Who acts on the screen. */
  by: 'supervisor' | 'admin'
  from: (subjects: ActSubjects) => Promise<Subject>
  press: (page: Page, subject: Subject) => Promise<void>
  /** The fact that it leaves, and what it says. */
  leaves: string
  saying?: Record<string, unknown>
}

export const article = (page: Page) => page.getByRole('article')
/** The whole of what a button says, but for the key that presses it. */
const saying = (name: string): RegExp =>
  new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}( [A-Z])?$`)
/** A button of the file; the rarer ones stand behind one press more. */
export const step = async (page: Page, name: string): Promise<void> => {
  const button = article(page).getByRole('button', { name: saying(name) })
  const more = article(page).getByRole('button', { name: actions.more, exact: true })
  await button.or(more).first().waitFor()
  if ((await button.count()) === 0) await more.click()
  await button.first().click()
}
/** A button that asks first: fills what the question wants, and confirms. */
export const asked =
  (name: string, confirm: string, fill: (page: Page, subject: Subject) => Promise<void> = async () => {}) =>
  async (page: Page, subject: Subject): Promise<void> => {
    await step(page, name)
    await dialog(page).waitFor()
    await fill(page, subject)
    await submit(page, confirm)
  }
export const only =
  (name: string) =>
  (page: Page): Promise<void> =>
    step(page, name)
export const option =
  (label: string) =>
  (page: Page): Promise<void> =>
    dialog(page).locator('label').filter({ hasText: label }).first().click()
export const field = (label: string, value: string) => (page: Page) =>
  dialog(page).getByLabel(label).first().fill(value)

/** One row of the table, but for who acts. */
export type Deed = Omit<Act, 'by'>
