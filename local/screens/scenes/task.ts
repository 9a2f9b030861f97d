import type { Page } from 'playwright-core'
import { linkOfferIn, openFiles } from '../subjects.ts'
import { present, type At, type Scene } from './scene.ts'

/** The task page of a volunteer who was asked by link, in a window of his own. */
const openTask = async ({ browser, stage: { client }, look }: At): Promise<Page> => {
  const details = await openFiles(client)
  const asking = present(
    details.find(({ incident }) => linkOfferIn(incident) !== undefined)?.incident,
    'an offer by link',
  )
  const offerId = present(linkOfferIn(asking)?.id, 'an offer by link')
  const { url } = await client.call('offerLink', { params: { id: asking.id, offerId } })
  const page = await (await browser.newContext({ ...look, locale: 'id-ID' })).newPage()
  await page.goto(url)
  return page
}

export const taskScenes: readonly Scene[] = [
  { name: 'task-offer', show: () => Promise.resolve(), window: openTask },
  {
    name: 'task-accepted',
    show: () => Promise.resolve(),
    window: async (at) => {
      const page = await openTask(at)
      // Says yes in the name of a volunteer: only in a city of our own.
      present(at.stage.own || null, 'a city of its own')
      await page.getByRole('button', { name: 'Terima tugas' }).click()
      await page.getByRole('status').waitFor()
      return page
    },
  },
]
