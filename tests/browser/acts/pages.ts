import { id } from '../../../dashboard/src/text/id.ts'
import { officeId } from '../../../dashboard/src/text/office/id.ts'
import { press, submit } from '../hands.ts'
import { asked, field, only, option, type Deed } from './act.ts'

const { zones, labels } = id
const { desk, people } = officeId

/** What is done on the pages of zones and of the shift. */
export const onPages: readonly Deed[] = [
  {
    what: 'end a danger zone',
    through: 'endZone',
    from: ({ zone }) => zone(),
    press: async (page, { shows }) => {
      const row = page.getByRole('listitem').filter({ hasText: shows })
      await row.getByRole('button', { name: zones.end, exact: true }).click()
      await submit(page, zones.end)
    },
    leaves: 'zone.ended',
  },
  {
    what: 'start a shift',
    through: 'startShift',
    from: ({ noShift }) => noShift(),
    press: async (page) => {
      await press(page, desk.shift.start)
      await field(desk.shift.crew, 'Contoh Lado')(page)
      await field(desk.shift.cutoff, '31/12/2099 08.00')(page)
      await submit(page, desk.shift.start)
    },
    leaves: 'shift.started',
  },
  {
    what: 'write into the log',
    through: 'logEntry',
    from: ({ shift }) => shift(),
    press: async (page) => {
      await page.getByLabel(desk.shift.entry).fill('Hujan lebat.')
      await press(page, desk.shift.write)
    },
    leaves: 'shift.logged',
  },
  {
    what: 'remember something when the shift is over',
    through: 'logEntry',
    from: ({ shiftOver }) => shiftOver(),
    press: async (page) => {
      const earlier = page.getByRole('region', { name: desk.shift.earlier })
      await earlier.locator('summary').first().click()
      await earlier.getByLabel(desk.shift.lateEntry).fill('Jembatan contoh ditutup.')
      await earlier.getByRole('button', { name: desk.shift.write, exact: true }).click()
    },
    leaves: 'shift.logged',
    saying: { late: true },
  },
  {
    what: 'hand over',
    through: 'handOverShift',
    from: ({ shift }) => shift(),
    press: async (page) => {
      await press(page, desk.shift.handOver)
      await submit(page, desk.shift.handOver)
    },
    leaves: 'shift.handed_over',
  },
]

/** What an administrator does with people who sign in. */
export const ofPeople: readonly Deed[] = [
  {
    what: 'give somebody another role',
    through: 'changeRole',
    from: ({ user }) => user(),
    press: asked(people.changeRole, people.changeRole, option(labels.role.supervisor)),
    leaves: 'user.role_changed',
    saying: { role: 'supervisor' },
  },
  {
    what: 'make him a new password',
    through: 'resetPassword',
    from: ({ user }) => user(),
    press: asked(people.reset, people.reset),
    leaves: 'user.password_changed',
  },
  {
    what: 'shut him out',
    through: 'disableUser',
    from: ({ user }) => user(),
    press: asked(people.disable, people.disable),
    leaves: 'user.disabled',
  },
  {
    what: 'let him in again',
    through: 'enableUser',
    from: ({ disabledUser }) => disabledUser(),
    press: only(people.enable),
    leaves: 'user.enabled',
  },
]
