import type { Page } from 'playwright-core'
import { id } from '../../../dashboard/src/text/id.ts'
import { officeId } from '../../../dashboard/src/text/office/id.ts'
import { dialog, press, submit } from '../hands.ts'
import { asked, field, option, only, type Deed } from './act.ts'

const { volunteers, phone, labels, zones, once } = id
const { zoneEdit, settings, people } = officeId

/** What is about to change is looked at, and a reason given for it. */
const withReason = async (page: Page): Promise<void> => {
  await field(settings.confirm.reason, 'Target wali kota.')(page)
  await submit(page, settings.confirm.submit)
}

/** What is done in the registry, with zones and with the settings of the agency. */
export const inTheOffice: readonly Deed[] = [
  {
    what: 'register a volunteer',
    through: 'registerVolunteer',
    from: ({ registry }) => registry(),
    press: async (page) => {
      await press(page, volunteers.register)
      await field(volunteers.name, 'Contoh Didaftar')(page)
      await field(volunteers.phone, '0812 9902 0002')(page)
      await field(volunteers.plate, 'DH 9903 XX')(page)
      await submit(page, volunteers.register)
    },
    leaves: 'volunteer.registered',
  },
  {
    what: 'see the number of a volunteer',
    through: 'showVolunteerPhone',
    from: ({ onDuty }) => onDuty(),
    press: (page, subject) =>
      asked(
        phone.title(subject.shows),
        phone.show,
        option(labels.callReason.konfirmasi_laporan),
      )(page, subject),
    leaves: 'volunteer.phone_shown',
  },
  {
    what: 'see that a volunteer calls for help',
    through: 'acknowledgeVolunteerSos',
    from: ({ calledForHelp }) => calledForHelp(),
    press: only(volunteers.sosAcknowledge),
    leaves: 'volunteer.sos_acknowledged',
  },
  {
    what: 'draw a danger zone',
    through: 'drawZone',
    from: ({ noZone }) => noZone(),
    press: async (page) => {
      await press(page, zones.draw)
      const form = page.getByRole('form', { name: zones.draw })
      // Where none of the other acts sends anybody.
      await form.getByLabel(zones.middle).fill('Fatukoa')
      await page.getByRole('option', { name: 'Fatukoa' }).click()
      await form.getByLabel(zones.radius).fill('300')
      await form.getByLabel(zones.reason).fill('Tanggul contoh jebol.')
      await form.getByRole('button', { name: zones.draw }).click()
    },
    leaves: 'zone.drawn',
    saying: { kind: 'banjir' },
  },
  {
    what: 'change a danger zone',
    through: 'changeZone',
    from: ({ zone }) => zone(),
    press: async (page, { shows }) => {
      const row = page.getByRole('listitem').filter({ hasText: shows })
      await row.getByRole('button', { name: zoneEdit.change, exact: true }).click()
      const form = page.getByRole('form', { name: zoneEdit.changeTitle })
      await form.getByLabel(zones.reason).fill('Sampai jembatan contoh.')
      await form.getByRole('button', { name: zoneEdit.save }).click()
    },
    leaves: 'zone.changed',
  },
  {
    what: 'change how people are asked',
    through: 'changePolicy',
    from: ({ rules }) => rules(),
    press: async (page) => {
      const { fields, units, review } = settings
      await page.getByLabel(`${fields.alertsPerDay.label} (${units.offers})`).fill('30')
      await press(page, review)
      await withReason(page)
    },
    leaves: 'policy.changed',
  },
  {
    what: 'say that it has stopped raining',
    through: 'changePolicy',
    from: ({ inRain }) => inRain(),
    press: async (page) => {
      await press(page, id.frame.weather.end)
      await dialog(page).waitFor()
      await withReason(page)
    },
    leaves: 'policy.changed',
  },
  {
    what: 'change a deadline',
    through: 'changeProcedure',
    from: ({ deadlines }) => deadlines(),
    press: async (page) => {
      const minutes = `${settings.slaFields.verifyS.label} (${settings.units.minutes})`
      await page.getByLabel(minutes).fill('4')
      await press(page, settings.review)
      await withReason(page)
    },
    leaves: 'procedure.changed',
  },
  {
    what: 'change the needs that a hazard begins with',
    through: 'changeProcedure',
    from: ({ templates }) => templates(),
    press: async (page) => {
      await press(page, settings.editTemplate(labels.hazard.banjir.toLowerCase()))
      await dialog(page).getByRole('button', { name: id.incident.needs.addRow, exact: true }).click()
      await submit(page, settings.review)
      await withReason(page)
    },
    leaves: 'procedure.changed',
  },
]

/** What an administrator does besides. */
export const inThePeopleOffice: readonly Deed[] = [
  {
    what: 'add somebody',
    through: 'createUser',
    from: ({ everybody }) => everybody(),
    press: async (page) => {
      await press(page, people.create)
      await field(people.name, 'Yohana Contoh')(page)
      await field(people.login, 'y.contoh')(page)
      await submit(page, people.create)
      await dialog(page).getByLabel(people.password.of('y.contoh')).waitFor()
      // Not copied: it asks once more before it lets go.
      await submit(page, once.done)
      await submit(page, once.done)
    },
    leaves: 'user.created',
    saying: { role: 'operator' },
  },
]
