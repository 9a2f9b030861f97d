import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import { launch } from '../../local/screens/desk.ts'
import type { City } from '../../local/city/city.ts'

export const openBrowser = (): Promise<Browser> => launch(inject('chromium'))

/** The sign-in of whoever has this role in the city. */
export const signInOf = (city: City, role: string): { login: string; password: string } => {
  const user = city.signIns.find((one) => one.role === role)
  if (!user) throw new Error(`no ${role} was seeded`)
  return { login: user.login, password: user.password }
}

/** Waits until no colour is on its way to another, as after a change of theme. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const moving = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })

/** WCAG 2.2 A and AA faults of the page as it stands, one line each. */
export const axeFaults = async (page: Page): Promise<string[]> => {
  await atRest(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** The calls of the api that read the city, noted from now on. */
export const readingsOf = (page: Page): string[] => {
  const readings: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() === 'GET' && pathname.startsWith('/api/')) readings.push(pathname)
  })
  return readings
}
