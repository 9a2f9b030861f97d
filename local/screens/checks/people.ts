import { id as words } from '../../../dashboard/src/text/id.ts'
import { differ, type Check } from './check.ts'

/** The registry says how many volunteers there are, and has a row for each, those that are drawn later among them. */
export const volunteersAgree: Check = async (page, client) => {
  const more = page.getByRole('button', { name: words.word.showMore })
  while ((await more.count()) > 0) await more.click()
  const rows = await page.getByRole('list', { name: words.volunteers.title }).getByRole('listitem').count()
  const { volunteers } = await client.call('listVolunteers', { query: { limit: 500 } })
  const said = await page.getByText(words.volunteers.count(volunteers.length)).count()
  return [
    ...differ('volunteers, number of rows', rows, volunteers.length),
    ...(said > 0 ? [] : [`volunteers: the screen does not say ${words.volunteers.count(volunteers.length)}`]),
  ]
}

/** The page of alarms has one row for each standing alarm that nobody has seen. */
export const alarmsAgree: Check = async (page, client) => {
  const { alarms } = await client.call('listAlarms', {})
  const unseen = alarms.filter(({ acknowledgedAt }) => acknowledgedAt === null).length
  const rows = await page
    .getByRole('region', { name: words.incident.alarms.unseenTitle })
    .locator('li')
    .count()
  return differ('alarms, number of unseen', rows, unseen)
}
