import { id } from '../../../dashboard/src/text/id.ts'
import { papers } from '../../../dashboard/src/text/id/papers.ts'
import { dialog } from '../hands.ts'
import { asked, field, only, option, type Deed } from './act.ts'

const { volunteers, word } = id

/** What is done with somebody of the registry. */
export const ofVolunteers: readonly Deed[] = [
  {
    what: 'admit a volunteer',
    through: 'activateVolunteer',
    from: ({ registered }) => registered(),
    press: asked(volunteers.activate, volunteers.activate, async (page) => {
      await dialog(page).getByLabel(volunteers.agreement.consent).check()
      await dialog(page).getByLabel(volunteers.agreement.code_of_conduct).check()
    }),
    leaves: 'volunteer.activated',
  },
  {
    what: 'put him on duty',
    through: 'setDuty',
    from: ({ active }) => active(),
    press: asked(volunteers.dutyOn, volunteers.dutyOn),
    leaves: 'volunteer.duty_changed',
    saying: { duty: 'on' },
  },
  {
    what: 'give him a break',
    through: 'setDuty',
    from: ({ onDuty }) => onDuty(),
    press: only(volunteers.dutyPause),
    leaves: 'volunteer.duty_changed',
    saying: { duty: 'paused' },
  },
  {
    what: 'end his duty',
    through: 'setDuty',
    from: ({ onDuty }) => onDuty(),
    press: only(volunteers.dutyOff),
    leaves: 'volunteer.duty_changed',
    saying: { duty: 'off' },
  },
  {
    what: 'change what is known of him',
    through: 'editVolunteer',
    from: ({ active }) => active(),
    press: asked(volunteers.edit, word.save, field(volunteers.plate, 'DH 77 AA')),
    leaves: 'volunteer.updated',
  },
  {
    what: 'record a training',
    through: 'recordTraining',
    from: ({ active }) => active(),
    press: asked(papers.record, papers.record, option(papers.forEver)),
    leaves: 'volunteer.trained',
  },
  {
    what: 'strike out a training that he never had',
    through: 'strikeTraining',
    from: ({ trained }) => trained(),
    press: asked(
      papers.strikeOne(papers.courses.lanjutan),
      papers.strike,
      field(word.reason, 'Tertukar dengan orang lain.'),
    ),
    leaves: 'volunteer.trained',
    saying: { course: 'lanjutan' },
  },
  {
    what: 'limit his hours',
    through: 'limitDuty',
    from: ({ active }) => active(),
    press: asked(papers.setLimit, word.save, field(papers.ownHours, '6')),
    leaves: 'volunteer.duty_limited',
  },
  {
    what: 'suspend him',
    through: 'suspendVolunteer',
    from: ({ active }) => active(),
    press: asked(volunteers.suspend, volunteers.suspend, (page) =>
      dialog(page).getByRole('textbox').first().fill('Ditegur dua kali.'),
    ),
    leaves: 'volunteer.suspended',
  },
  {
    what: 'reinstate him',
    through: 'reinstateVolunteer',
    from: ({ suspended }) => suspended(),
    press: only(volunteers.reinstate),
    leaves: 'volunteer.reinstated',
  },
  {
    what: 'record that he left',
    through: 'withdrawVolunteer',
    from: ({ active }) => active(),
    press: asked(volunteers.withdraw, volunteers.withdraw),
    leaves: 'volunteer.withdrawn',
  },
]
