import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { id } from '../../../dashboard/src/text/id.ts'
import { goTo } from '../../../local/screens/desk.ts'
import { dialog, submit } from '../hands.ts'
import { article, asked, field, only, option, step, type Deed } from './act.ts'
import type { Subject } from './subjects.ts'

const { incident, dialogs, contact, phone, labels, report, word } = id
const { actions } = incident

const chosen = async (page: Page, { name = '' }: Subject): Promise<void> => {
  await dialog(page).getByRole('combobox', { name: dialogs.assign.volunteer }).fill(name)
  await dialog(page).getByRole('option', { name }).click()
  await field(word.reason, 'Setuju lewat telepon.')(page)
}
const WORDS = 'Lewat jalan timur.'
/** What is written at the foot of a part of the file, and sent; half written it waits while something else is looked at. */
const written =
  (label: string, send: string) =>
  async (page: Page, { path }: Subject): Promise<void> => {
    await article(page).getByLabel(label).fill(WORDS)
    await goTo(page, '/kejadian')
    await article(page).waitFor({ state: 'hidden' })
    await goTo(page, path)
    await expect.poll(() => article(page).getByLabel(label).inputValue()).toBe(WORDS)
    await step(page, send)
  }

/** What is done in the file of an incident. */
export const ofIncidents: readonly Deed[] = [
  {
    what: 'reject a report',
    through: 'rejectIncident',
    from: ({ reported }) => reported(),
    press: asked(actions.reject, actions.reject, option(labels.rejectReason.palsu)),
    leaves: 'incident.rejected',
    saying: { reason: 'palsu' },
  },
  {
    what: 'refer it to another agency',
    through: 'referIncident',
    from: ({ reported }) => reported(),
    press: asked(actions.refer, actions.refer, option(labels.referral.pln)),
    leaves: 'incident.referred',
    saying: { to: 'pln' },
  },
  {
    what: 'correct it',
    through: 'correctIncident',
    from: ({ reported }) => reported(),
    press: asked(actions.correct, word.save, field(report.address, 'Gang kedua')),
    leaves: 'incident.corrected',
  },
  {
    what: 'cancel it',
    through: 'cancelIncident',
    from: ({ asking }) => asking(),
    press: asked(actions.cancel, dialogs.cancel.confirm, field(word.reason, 'Air surut.')),
    leaves: 'incident.cancelled',
  },
  {
    what: 'search again',
    through: 'askAgain',
    from: ({ asking }) => asking(),
    press: only(actions.askAgain),
    leaves: 'search.repeated',
  },
  {
    what: 'take it up again',
    through: 'resumeIncident',
    from: ({ controlled }) => controlled(),
    press: asked(actions.resume, dialogs.resume.confirm),
    leaves: 'incident.resumed',
  },
  {
    what: 'assign by hand',
    through: 'assignByHand',
    from: ({ askingBeside }) => askingBeside(),
    press: asked(actions.assign, dialogs.assign.confirm, chosen),
    leaves: 'offer.accepted',
  },
  {
    what: 'put somebody in his place',
    through: 'assignByHand',
    from: ({ teamBeside }) => teamBeside(),
    press: async (page, subject) => {
      const instead = new RegExp(`^${incident.team.replaceOne('').trim()} `)
      await article(page).getByRole('button', { name: instead }).first().click()
      await dialog(page).waitFor()
      await chosen(page, subject)
      await submit(page, dialogs.assign.confirm)
    },
    leaves: 'assignment.reassigned',
  },
  {
    what: 'look further away',
    through: 'widenSearch',
    from: ({ asking }) => asking(),
    press: only(actions.widen),
    leaves: 'search.widened',
  },
  {
    what: 'make it graver',
    through: 'correctIncident',
    from: ({ reported }) => reported(),
    press: asked(actions.escalate, incident.escalation.confirm),
    leaves: 'incident.corrected',
  },
  {
    what: 'add a photo',
    through: 'addPhoto',
    from: ({ reported }) => reported(),
    press: async (page) => {
      const photo = { name: 'contoh.png', mimeType: 'image/png', buffer: await page.screenshot() }
      await article(page).locator('input[type=file]').setInputFiles(photo)
    },
    leaves: 'photo.added',
  },
  {
    what: 'call one home',
    through: 'standDown',
    from: ({ team }) => team(),
    press: asked(actions.standDown, dialogs.standDown.confirm(1)),
    leaves: 'assignment.stood_down',
  },
  {
    what: 'write to the team',
    through: 'sendMessage',
    from: ({ team }) => team(),
    press: written(contact.write, contact.send),
    leaves: 'message.sent',
  },
  {
    what: 'ask the team whether they are safe',
    through: 'requestCheckin',
    from: ({ team }) => team(),
    press: only(contact.checkinTeam),
    leaves: 'checkin.requested',
  },
  {
    what: 'write a note',
    through: 'noteIncident',
    from: ({ reported }) => reported(),
    press: written(incident.notes.write, incident.notes.add),
    leaves: 'incident.noted',
    saying: { about: 'note' },
  },
  {
    what: 'the own team departs',
    through: 'trcIncident',
    from: ({ reported }) => reported(),
    press: only(incident.trc.departed),
    leaves: 'trc.departed',
  },
  {
    what: 'the own team arrives',
    through: 'trcIncident',
    from: ({ reported }) => reported(),
    press: only(incident.trc.arrived),
    leaves: 'trc.arrived',
  },
  {
    what: 'promise a call back',
    through: 'planCallback',
    from: ({ withReporter }) => withReporter(),
    press: asked(phone.plan, phone.plan),
    leaves: 'callback.planned',
  },
  {
    what: 'have called back',
    through: 'finishCallback',
    from: ({ toBeCalled }) => toBeCalled(),
    press: only(phone.finish),
    leaves: 'callback.done',
  },
  {
    what: 'see the number of the reporter',
    through: 'showIncidentPhone',
    from: ({ withReporter }) => withReporter(),
    press: asked(phone.title('Ibu Contoh'), phone.show, option(labels.callReason.konfirmasi_laporan)),
    leaves: 'phone.shown',
    saying: { reason: 'konfirmasi_laporan' },
  },
]
