import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Waits until no colour is on its way to another, as after a change of theme. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const moving = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(moving.map(({ finished }) => finished))
  })

/** Half hidden by a bar that stays while the page scrolls: its size is that of the other half, and a turn of the wheel shows it whole. */
const isBehindBar = (page: Page, target: string): Promise<boolean> =>
  page.evaluate((selector) => {
    const element = document.querySelector(selector)
    if (element === null) return false
    const { top, bottom } = element.getBoundingClientRect()
    return [...(element.closest('article, main')?.querySelectorAll('.sticky') ?? [])].some((bar) => {
      const place = bar.getBoundingClientRect()
      return !bar.contains(element) && top < place.bottom && bottom > place.top
    })
  }, target)

/** WCAG 2.2 A and AA faults of the page as it stands, one line each. */
export const axeFaults = async (page: Page): Promise<string[]> => {
  await atRest(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => ({ id, target: node.target.join(' ') })),
  )
  const hidden = await Promise.all(
    faults.map(async ({ id, target }) => id === 'target-size' && (await isBehindBar(page, target))),
  )
  return faults.filter((_, index) => !hidden[index]).map(({ id, target }) => `${id}: ${target}`)
}
