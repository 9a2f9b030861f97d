import { holdsSlot, teamOf } from '#contracts/domain/incident/read.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { id as words } from '../../../dashboard/src/text/id.ts'
import { differ, type Check } from './check.ts'

const nameIn = ({ people }: IncidentDetail, volunteerId: string): string =>
  people[volunteerId]?.displayName ?? words.incident.team.unknown

/** The file that is open shows its number, what it has of each need, and everybody of the team with his state. */
export const detailAgrees =
  (id: string): Check =>
  async (page, client) => {
    const file = await page.getByRole('article').first().innerText()
    const text = await page
      .getByRole('article')
      .first()
      .evaluate((article) => article.textContent)
    const detail = await client.call('getIncident', { params: { id } })
    const { incident } = detail
    const shown = [...text.matchAll(/(\d+) dari (\d+) posisi terisi/g)].map(
      ([, team, wanted]) => `${team}/${wanted}`,
    )
    const wanted = incident.needs.map((need) => `${teamOf(incident, need.id).length}/${need.quantity}`)
    const team = incident.assignments.filter(holdsSlot)
    return [
      ...(text.includes(incident.number) ? [] : [`detail: ${incident.number} is not named`]),
      ...differ(`detail, ${incident.number}, needs`, shown.join(' '), wanted.join(' ')),
      ...team.flatMap(({ volunteerId, state }) => {
        const name = nameIn(detail, volunteerId)
        const at = file.indexOf(name)
        if (at === -1) return [`detail, ${incident.number}: ${name} of the team is missing`]
        return file.includes(words.labels.assignment[state])
          ? []
          : [`detail, ${incident.number}: nobody is ${state}`]
      }),
      ...incident.offers.flatMap(({ volunteerId }) =>
        file.includes(nameIn(detail, volunteerId))
          ? []
          : [`detail, ${incident.number}: ${nameIn(detail, volunteerId)}, who is asked, is missing`],
      ),
    ]
  }
