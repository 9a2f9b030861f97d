import { hasEnded } from '#contracts/domain/incident/moves.ts'
import { id } from '../../../dashboard/src/text/id.ts'
import { officeId } from '../../../dashboard/src/text/office/id.ts'
import { differ, type Check } from './check.ts'

const words = { ...id, ...officeId }

/** The wall counts every open incident that is no drill: those with something wrong, and the rest. */
export const wallAgrees: Check = async (page, client) => {
  const { incidents } = await client.call('listIncidents', { query: { status: 'open', limit: 200 } })
  const real = incidents.filter(({ drill, status }) => !drill && !hasEnded(status))
  const wrong = real.filter(({ alarms }) => alarms.length > 0).length
  const shown = await page.getByRole('main').innerText()
  return [
    ...(shown.includes(words.wall.wrong(wrong))
      ? []
      : [`wall: ${wrong} incidents with trouble are not said`]),
    ...(shown.includes(words.wall.calm(real.length - wrong))
      ? []
      : [`wall: ${real.length - wrong} incidents without trouble are not said`]),
  ]
}

/** As many rows as reports wait to be verified. */
export const queueAgrees: Check = async (page, client) => {
  const { incidents } = await client.call('listIncidents', { query: { status: 'open', limit: 200 } })
  const rows = page.getByRole('list', { name: words.desk.verification.title }).getByRole('listitem')
  const waiting = incidents.filter(({ status }) => status === 'reported').length
  return differ('verification, number of rows', await rows.count(), waiting)
}

/** Every partner of the agency has its row. */
export const partnersAgree: Check = async (page, client) => {
  const { partners } = await client.call('listPartners', {})
  const rows = page.getByRole('list', { name: words.partners.title }).getByRole('listitem')
  return differ('partners, number of rows', await rows.count(), partners.length)
}
