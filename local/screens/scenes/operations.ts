import type { Page } from 'playwright-core'
import { id as words } from '../../../dashboard/src/text/id.ts'
import { alarmsAgree } from '../checks/people.ts'
import { detailAgrees } from '../checks/detail.ts'
import { eightAreSeen, listAgrees } from '../checks/list.ts'
import { stripAgrees } from '../checks/strip.ts'
import { goTo } from '../desk.ts'
import { until } from '../../smoke/until.ts'
import { incidentWith, richest, type Incident } from '../subjects.ts'
import { openCrowd, openFile, openList } from './open.ts'
import { present, type At, type Scene } from './scene.ts'

const isWall = ({ look }: At): boolean => look.viewport.width >= 1440

const sieve = (name: string, chosen: string): Scene => ({
  name,
  show: async ({ page }) => {
    await openList(page)
    await page
      .getByRole('group', { name: words.incident.list.filters })
      .getByRole('button', { name: chosen })
      .click()
  },
})

/**
 * Scrolls the open file on by so many of its own heights, at most to its end, to where a row begins below the bar that stays: half a
 * row under it is no picture of anything.
 */
const scrollFile = (page: Page, heights: number): Promise<void> =>
  page.getByRole('article').evaluate((file, share) => {
    const bar = (file.querySelector('nav.sticky')?.getBoundingClientRect().height ?? 0) + 8
    const { top } = file.getBoundingClientRect()
    const from = file.scrollTop - top - bar
    const wanted = Math.min(file.clientHeight * share, file.scrollHeight - file.clientHeight)
    const rows = [...file.querySelectorAll('li, section')].map(
      (row) => row.getBoundingClientRect().top + from,
    )
    file.scrollTo(0, Math.max(0, ...rows.filter((rowAt) => rowAt <= wanted)))
  }, heights)

/** The list, the map and the file of one incident. */
export const operationScenes: readonly Scene[] = [
  {
    name: 'operations',
    show: async (at) => {
      await openList(at.page)
      return [stripAgrees, listAgrees, ...(isWall(at) ? [eightAreSeen] : [])]
    },
  },
  // First of the files: somebody may be found for it at any moment.
  {
    name: 'incident-stalled',
    show: async ({ page, stage: { client, own } }) => {
      const look = (): Promise<Incident | null> =>
        incidentWith(client, ({ needs }) => needs.some((need) => need.stalled !== null))
      // Somebody asked a moment ago: until he has answered, or said nothing for three minutes, the search goes on.
      const stalled = own ? await until('a stalled need', 200, look) : await look()
      const { id } = present(stalled, 'a stalled need')
      await openFile(page, id)
      return [detailAgrees(id)]
    },
  },
  {
    name: 'operations-incident',
    show: async (at) => {
      const { id } = present(await richest(at.stage.client), 'an open incident')
      await openFile(at.page, id)
      const beside = at.look.viewport.width >= 1100
      return [...(beside ? [stripAgrees, listAgrees] : []), detailAgrees(id)]
    },
  },
  { name: 'incident-middle', show: ({ page }) => scrollFile(page, 0.85) },
  { name: 'incident-end', show: ({ page }) => scrollFile(page, Infinity) },
  {
    name: 'incident-why',
    show: async ({ page, stage: { client } }) => {
      const asking = await incidentWith(client, ({ offers }) => offers.some(({ why }) => why !== null))
      await openFile(page, present(asking, 'an offer that was chosen').id)
      const why = page.getByRole('article').getByRole('button', { name: words.incident.offer.why }).first()
      await why.click()
      await why.scrollIntoViewIfNeeded()
    },
  },
  sieve('list-critical', words.incident.list.critical),
  sieve('list-alarms', words.incident.list.alarmed),
  sieve('list-archive', words.incident.list.archive),
  {
    name: 'list-nothing-found',
    show: async ({ page }) => {
      await openList(page).catch(() => undefined)
      await page
        .getByRole('group', { name: words.incident.list.filters })
        .getByRole('button', { name: words.incident.list.active })
        .click()
      await page.getByRole('searchbox').fill('tidak ada yang bernama begini')
      await page.getByText(words.incident.list.noMatch).waitFor()
    },
  },
  {
    name: 'map',
    show: async ({ page }) => {
      await goTo(page, '/peta')
      await page.locator('canvas.maplibregl-canvas').waitFor()
    },
  },
  {
    name: 'map-together',
    show: async ({ page }) => {
      await goTo(page, '/peta')
      await openCrowd(page)
    },
  },
  {
    name: 'alarms',
    show: async ({ page }) => {
      await goTo(page, '/peringatan')
      await page.getByRole('heading', { level: 1, name: words.incident.alarms.title }).waitFor()
      return [alarmsAgree]
    },
  },
  {
    name: 'not-found',
    show: async ({ page }) => {
      await goTo(page, '/tidak-ada')
      await page.getByText(words.frame.notFound).waitFor()
    },
  },
]
