import type { Catalogue } from '../catalogue.ts'

export const codes: Catalogue['codes'] = {
  open: 'Answer by code',
  title: 'Answer over the phone',
  intro:
    'The volunteer reads out the five digits of his text message. Check the name before you answer for him.',
  field: 'Five digits',
  unknown: 'This code is not known, or its offer has ended.',
  who: 'Volunteer',
  task: 'Task',
  incident: 'Incident',
  left: (time) => `${time} left`,
  lapsed: 'time is over',
  accept: 'Accept for him',
  decline: 'Decline for him',
  reason: 'Reason if he declines',
  accepted: 'Accepted: the volunteer is assigned.',
  declined: 'The no is recorded.',
}
