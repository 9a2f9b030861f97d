import { id as words } from '../../../dashboard/src/text/id.ts'
import { differ, type Check } from './check.ts'
import { expectedFigures } from './figures.ts'

const { strip } = words.incident
const bare = (text: string): string => text.replaceAll(/\s/g, '')

/** Every figure that can be seen in the strip is the api's; one that nobody compares is a difference too. */
export const stripAgrees: Check = async (page, client) => {
  const shown = await page.getByLabel(strip.label, { exact: true }).evaluate((list) =>
    [...list.querySelectorAll('dt')]
      .filter((term) => term.getClientRects().length > 0)
      .map((term) => ({
        label: term.textContent.trim(),
        value: term.parentElement?.querySelector('dd')?.textContent ?? '',
      })),
  )
  if (shown.length === 0) return ['the strip shows no figure']
  const figures = await expectedFigures(client, new URL(page.url()).origin)
  return shown.flatMap(({ label, value }) => {
    const api = figures.get(label)
    return api === undefined
      ? [`strip: nobody compares ${label}`]
      : differ(`strip, ${label}`, bare(value), bare(api))
  })
}
