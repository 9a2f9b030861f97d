import type { Page } from 'playwright-core'
import { id } from '../../../dashboard/src/text/id.ts'
import { officeId } from '../../../dashboard/src/text/office/id.ts'
import { dialog, press, submit } from '../hands.ts'
import { asked, field, only, step, type Deed } from './act.ts'
import type { Subject } from './subjects.ts'

const { incident, dialogs, word, codes } = id
const { actions, needs } = incident
const { reports } = officeId

const theOther = async (page: Page, { name = '' }: Subject): Promise<void> => {
  await dialog(page).locator('label').filter({ hasText: name }).first().click()
}

/** The course of an incident from the gate to its end. */
export const ofTheCourse: readonly Deed[] = [
  {
    what: 'answer for somebody by the code that he reads out',
    through: 'answerByCode',
    from: ({ askedByText }) => askedByText(),
    press: async (page, { name = '' }) => {
      await step(page, codes.open)
      await field(codes.field, name)(page)
      await submit(page, codes.accept)
    },
    leaves: 'offer.accepted',
  },
  {
    what: 'verify a report',
    through: 'verifyIncident',
    from: ({ reported }) => reported(),
    press: only(actions.verify),
    leaves: 'incident.verified',
  },
  {
    what: 'merge it with the one that it repeats',
    through: 'markDuplicate',
    from: ({ reportedTwice }) => reportedTwice(),
    press: asked(actions.duplicate, actions.duplicate, theOther),
    leaves: 'incident.marked_duplicate',
  },
  {
    what: 'take that back',
    through: 'undoDuplicate',
    from: ({ merged }) => merged(),
    press: only(actions.undoDuplicate),
    leaves: 'incident.duplicate_undone',
  },
  {
    what: 'say what is needed',
    through: 'setNeeds',
    from: ({ verified }) => verified(),
    press: asked(actions.needs, word.save, (page) =>
      dialog(page).getByRole('button', { name: needs.addRow, exact: true }).click(),
    ),
    leaves: 'need.added',
  },
  {
    what: 'drop a need',
    through: 'dropNeed',
    from: ({ planned }) => planned(),
    press: async (page) => {
      const drop = page.getByRole('article').getByRole('button', { name: needs.drop }).first()
      await drop.click()
      await submit(page, dialogs.dropNeed.confirm)
    },
    leaves: 'need.dropped',
  },
  {
    what: 'look for volunteers',
    through: 'dispatchIncident',
    from: ({ planned }) => planned(),
    press: only(actions.dispatch),
    leaves: 'incident.dispatched',
  },
  {
    what: 'say that it is under control',
    through: 'controlIncident',
    from: ({ asking }) => asking(),
    press: asked(actions.control, dialogs.control.confirm),
    leaves: 'incident.controlled',
  },
  {
    what: 'close it',
    through: 'closeIncident',
    from: ({ controlled }) => controlled(),
    press: asked(actions.close, dialogs.close.confirm),
    leaves: 'incident.closed',
  },
  {
    what: 'record the damage',
    through: 'recordImpact',
    from: ({ toBeReported }) => toBeReported(),
    press: async (page) => {
      await press(page, reports.recordImpact)
      await dialog(page).waitFor()
      for (const label of Object.values(reports.words.impact))
        await dialog(page).getByLabel(label, { exact: true }).fill('1')
      await submit(page, word.save)
    },
    leaves: 'impact.recorded',
    saying: { persons: 1, housesHeavy: 1 },
  },
]
