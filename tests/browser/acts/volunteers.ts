import { id } from '../../../dashboard/src/text/id.ts'
import { papers } from '../../../dashboard/src/text/id/papers.ts'
import { dialog } from '../hands.ts'
import { asked, field, only, option, type Deed } from './act.ts'

const { volunteers, word } = id

/** What is done with somebody of the registry. */
export const ofVolunteers: readonly Deed[] = [
  {
    what: 'admit a volunteer',
    from: ({ registered }) => registered(),
    press: asked(volunteers.activate, volunteers.activate, async (page) => {
      await dialog(page).getByLabel(volunteers.agreement.consent).check()
      await dialog(page).getByLabel(volunteers.agreement.code_of_conduct).check()
    }),
    leaves: 'volunteer.activated',
  },
  {
    what: 'put him on duty',
    from: ({ active }) => active(),
    press: asked(volunteers.dutyOn, volunteers.dutyOn),
    leaves: 'volunteer.duty_changed',
    saying: { duty: 'on' },
  },
  {
    what: 'give him a break',
    from: ({ onDuty }) => onDuty(),
    press: only(volunteers.dutyPause),
    leaves: 'volunteer.duty_changed',
    saying: { duty: 'paused' },
  },
  {
    what: 'end his duty',
    from: ({ onDuty }) => onDuty(),
    press: only(volunteers.dutyOff),
    leaves: 'volunteer.duty_changed',
    saying: { duty: 'off' },
  },
  {
    what: 'change what is known of him',
    from: ({ active }) => active(),
    press: asked(volunteers.edit, word.save, field(volunteers.plate, 'DH 77 AA')),
    leaves: 'volunteer.updated',
  },
  {
    what: 'record a training',
    from: ({ active }) => active(),
    press: asked(papers.record, papers.record, option(papers.forEver)),
    leaves: 'volunteer.trained',
  },
  {
    what: 'limit his hours',
    from: ({ active }) => active(),
    press: asked(papers.setLimit, word.save, field(papers.ownHours, '6')),
    leaves: 'volunteer.duty_limited',
  },
  {
    what: 'suspend him',
    from: ({ active }) => active(),
    press: asked(volunteers.suspend, volunteers.suspend, (page) =>
      dialog(page).getByRole('textbox').first().fill('Ditegur dua kali.'),
    ),
    leaves: 'volunteer.suspended',
  },
  {
    what: 'reinstate him',
    from: ({ suspended }) => suspended(),
    press: only(volunteers.reinstate),
    leaves: 'volunteer.reinstated',
  },
  {
    what: 'record that he left',
    from: ({ active }) => active(),
    press: asked(volunteers.withdraw, volunteers.withdraw),
    leaves: 'volunteer.withdrawn',
  },
]
