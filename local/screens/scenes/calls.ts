import { hasEnded } from '#contracts/domain/incident/moves.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { id as words } from '../../../dashboard/src/text/id.ts'
import { isShort, linkOfferIn, openFiles } from '../subjects.ts'
import { openFile } from './open.ts'
import { present, type At, type Scene } from './scene.ts'

const { phone, codes, contact, labels } = words

const hasPhone = ({ incident, reporter }: IncidentDetail): boolean =>
  !hasEnded(incident.status) && reporter !== null && reporter.phoneMasked !== null

/** Opens a file that is so. @throws Absent */
const openFileWith = async (
  { page, stage }: At,
  what: string,
  is: (detail: IncidentDetail) => boolean,
): Promise<IncidentDetail> => {
  const found = present((await openFiles(stage.client)).find(is), what)
  await openFile(page, found.incident.id)
  return found
}

const pressed = async ({ page }: At, button: string | RegExp): Promise<void> => {
  await page.getByRole('article').getByRole('button', { name: button }).first().click()
  await page.getByRole('dialog').waitFor()
}

/** Before a number is shown: why. */
const askWhy = async (at: At): Promise<string> => {
  const { reporter } = await openFileWith(at, 'a reporter with a number', hasPhone)
  const name = reporter?.name ?? phone.reporter
  await pressed(at, phone.title(name))
  return name
}

/** A photo of the field: in a city of our own the screen itself is filed as one. @throws Absent */
const photographed = async ({ page, stage }: At): Promise<string> => {
  const files = await openFiles(stage.client)
  const known = files.find(({ incident }) => (incident.photos ?? []).length > 0)
  if (known !== undefined) return known.incident.id
  present(stage.own || null, 'a photo')
  const { id } = present(files[0], 'an open incident').incident
  const picture = await page.screenshot({ type: 'jpeg', quality: 60 })
  const answer = await fetch(`${stage.url}/api/v1/incidents/${id}/photos`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stage.client.token()}`, 'content-type': 'image/jpeg' },
    body: new Uint8Array(picture),
  })
  if (!answer.ok) throw new Error(`the photo was not taken: ${answer.status}`)
  return id
}

/** Telephones, codes and photos of an incident's file. */
export const callScenes: readonly Scene[] = [
  {
    name: 'dialog-phone',
    show: async (at) => {
      await askWhy(at)
    },
  },
  {
    name: 'dialog-phone-shown',
    show: async (at) => {
      // Whoever sees a number stands in the ledger: only in a city of our own.
      present(at.stage.own || null, 'a city of its own')
      const name = await askWhy(at)
      const dialog = at.page.getByRole('dialog')
      await dialog.locator('label').filter({ hasText: labels.callReason.konfirmasi_laporan }).click()
      await dialog.getByRole('button', { name: phone.show }).click()
      await at.page.getByRole('dialog', { name: phone.of(name) }).waitFor()
    },
  },
  {
    name: 'dialog-callback',
    show: async (at) => {
      await openFileWith(at, 'a reporter', hasPhone)
      await pressed(at, new RegExp(`^(${phone.plan}|${phone.replan})$`))
    },
  },
  {
    name: 'dialog-code',
    show: async (at) => {
      // Where people are still lacking, no yes of somebody else takes the offer back meanwhile.
      const offered = (await openFiles(at.stage.client)).filter(({ incident }) => linkOfferIn(incident))
      const found = offered.find(({ incident }) => isShort(incident)) ?? offered[0]
      await openFile(at.page, present(found, 'an offer by link').incident.id)
      await pressed(at, codes.open)
    },
  },
  {
    name: 'dialog-photo',
    show: async (at) => {
      await openFile(at.page, await photographed(at))
      await at.page.getByRole('article').getByTitle(contact.open).first().click()
      await at.page.getByRole('dialog').getByRole('img').waitFor()
    },
  },
]
