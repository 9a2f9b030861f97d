import { id as words } from '../../../dashboard/src/text/id.ts'
import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import type { Client } from '../../scenario/client.ts'
import { volunteersAgree } from '../checks/people.ts'
import { goTo } from '../desk.ts'
import { present, type At, type Scene } from './scene.ts'

const { volunteers: text } = words

const somebody = async (
  client: Client,
  is: (volunteer: VolunteerView) => boolean,
): Promise<VolunteerView> => {
  const { volunteers } = await client.call('listVolunteers', { query: { limit: 500 } })
  return present(volunteers.find(is), 'a volunteer in that state')
}

const openPerson = async ({ page, stage }: At, is: (volunteer: VolunteerView) => boolean): Promise<void> => {
  const { id, displayName } = await somebody(stage.client, is)
  await goTo(page, `/relawan/${id}`)
  await page.getByRole('heading', { level: 2, name: displayName }).waitFor()
}

const dialog = (name: string, button: string, is: (volunteer: VolunteerView) => boolean): Scene => ({
  name: `dialog-volunteer-${name}`,
  show: async (at) => {
    await openPerson(at, is)
    await at.page.getByRole('article').getByRole('button', { name: button, exact: true }).click()
    await at.page.getByRole('dialog').waitFor()
  },
})
/** Somebody who waits to be admitted: in a city of our own he is registered for the picture. */
const somebodyNew = async ({ stage }: At): Promise<void> => {
  const { volunteers } = await stage.client.call('listVolunteers', {
    query: { standing: 'pending', limit: 1 },
  })
  if (volunteers.length > 0 || !stage.own) return
  const body = { displayName: 'Contoh Nifu', phone: '0812 0000 4321', plate: 'DH 4321 XX' } as const
  await stage.client.call('registerVolunteer', { body: { ...body, vehicle: 'motorcycle' } })
}
const isActive = ({ standing }: VolunteerView): boolean => standing === 'active'

const admitScene = dialog('admit', text.activate, ({ standing }) => standing === 'pending')

/** The registry and one person of it. */
export const volunteerScenes: readonly Scene[] = [
  {
    name: 'volunteers',
    show: async ({ page }) => {
      await goTo(page, '/relawan')
      await page.getByRole('list', { name: text.title }).getByRole('listitem').first().waitFor()
      return [volunteersAgree]
    },
  },
  {
    name: 'dialog-volunteer-register',
    show: async ({ page }) => {
      await goTo(page, '/relawan')
      await page.getByRole('button', { name: text.register }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  { name: 'volunteer', show: (at) => openPerson(at, ({ bound, duty }) => bound !== null && duty === 'on') },
  {
    ...admitScene,
    show: async (at) => {
      await somebodyNew(at)
      return admitScene.show(at)
    },
  },
  dialog('duty', text.dutyOn, (volunteer) => isActive(volunteer) && volunteer.duty === 'off'),
  dialog('edit', text.edit, isActive),
  dialog('suspend', text.suspend, isActive),
  dialog('withdraw', text.withdraw, isActive),
]
