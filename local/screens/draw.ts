import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { id } from '../../dashboard/src/text/id.ts'
import { axeFaults } from './axe.ts'
import { differencesAfterSettling } from './checks/check.ts'
import { openDesk, PATIENCE_MS, signInAtDesk } from './desk.ts'
import type { looks } from './looks.ts'
import { scenes } from './scenes/all.ts'
import { Absent, type At, type Scene } from './scenes/scene.ts'
import { signInScenes } from './scenes/sign-in.ts'
import type { Stage } from './stage.ts'

/** What became of one picture. */
export interface Drawn {
  look: string
  scene: string
  /** What differs from the api, or went wrong; empty when all is well. */
  faults: string[]
  /** Not drawn because this city has nothing to show for it. */
  absent: string | null
}

export interface DrawOptions {
  browser: Browser
  stage: Stage
  out: string
  only: string
  axe: boolean
  drawn: (result: Drawn) => void
}

/** For the map and the fonts; nothing is compared by time. */
const STILL_MS = 700
/** The city goes on between two pictures. */
const BREATH_MS = 1500

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const closeDialogs = async (page: Page): Promise<void> => {
  for (let tries = 0; tries < 3; tries += 1) {
    if ((await page.getByRole('dialog').or(page.getByRole('alertdialog')).count()) === 0) return
    const discard = page.getByRole('button', { name: id.word.discard, exact: true })
    // A form in which something was typed asks before it lets go.
    if (await discard.isVisible()) await discard.click()
    else await page.keyboard.press('Escape')
    await page.waitForTimeout(150)
  }
}

/** The map, where there is one, shows everything that was given to it. */
const mapDrawn = async (page: Page): Promise<void> => {
  const map = page.locator('.city-map')
  if ((await map.count()) > 0) await page.locator('.city-map [data-drawn]').first().waitFor()
}

const picture = async (page: Page, path: string): Promise<void> => {
  await page.screenshot({ path, animations: 'disabled', timeout: PATIENCE_MS })
}

const drawScene = async (
  scene: Scene,
  at: At,
  file: string,
  axe: boolean,
): Promise<Pick<Drawn, 'faults' | 'absent'>> => {
  try {
    await closeDialogs(at.page)
    const checks = (await scene.show(at)) ?? []
    const page = (await scene.window?.(at)) ?? at.page
    await page.evaluate(() => document.fonts.ready)
    await page.waitForTimeout(STILL_MS)
    await mapDrawn(page)
    const faults = await differencesAfterSettling(checks, page, at.stage.client)
    await picture(page, file)
    if (axe) faults.push(...(await axeFaults(page)))
    if (page !== at.page) await page.context().close()
    return { faults, absent: null }
  } catch (error) {
    if (error instanceof Absent && !at.stage.own) return { faults: [], absent: error.message }
    // How the screen stood helps to see why.
    await picture(at.page, file)
    return { faults: [sentenceOf(error)], absent: null }
  }
}

/** Draws every screen in one look. */
export const drawLook = async (look: (typeof looks)[number], options: DrawOptions): Promise<void> => {
  const { browser, stage, out, only, axe, drawn } = options
  await mkdir(join(out, look.name), { recursive: true })
  const { page, complaints } = await openDesk(browser, stage.url, look)
  const draw = async (list: readonly Scene[]): Promise<void> => {
    for (const scene of list.filter(({ name }) => name.includes(only))) {
      const file = join(out, look.name, `${scene.name}.png`)
      // Nobody takes away what is looked at before it is drawn; then the city goes on.
      const release = stage.hold()
      const result = await drawScene(scene, { page, browser, stage, look }, file, axe).finally(release)
      drawn({ look: look.name, scene: scene.name, ...result })
      if (stage.own) await page.waitForTimeout(BREATH_MS)
    }
  }
  await draw(signInScenes)
  await signInAtDesk(page, stage.user)
  await draw(scenes)
  if (complaints.length > 0) drawn({ look: look.name, scene: 'all', faults: complaints, absent: null })
  await page.context().close()
}
