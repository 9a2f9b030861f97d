import type { OfficeWords } from '../office/use-office-text.ts'

export const papers = {
  hours: 'Hours on duty',
  lately: 'Last 24 hours',
  limit: 'Limit in 24 hours',
  span: (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours === 0) return `${String(rest)} min`
    return rest === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(rest)} min`
  },
  ofLimit: (served, limit) => `${served} of ${limit}`,
  agencyLimit: (limit) => `${limit}, by policy`,
  ownLimit: (limit, agency) => `${limit}, own limit (policy: ${agency})`,
  reached: 'Limit reached: no new tasks are offered.',
  setLimit: 'Set limit',
  limitTitle: 'Limit on duty',
  limitIntro: (agency) =>
    `Whoever was on duty this long within 24 hours is offered no new tasks. Policy: ${agency}; the lower limit counts.`,
  ownHours: 'Own limit, in hours',
  ownHoursHint: '1 to 24. Empty: only the limit of the policy counts.',
  badHours: 'Write whole hours, 1 to 24, or leave it empty.',
  trainings: 'Trainings',
  courses: { dasar: 'Basic training', lanjutan: 'Advanced training' },
  courseFor: { dasar: 'For every task.', lanjutan: 'For first aid and light evacuation.' },
  until: (date) => `Valid until ${date}`,
  expired: (date) => `Expired on ${date}`,
  forEver: 'Valid without end',
  notRecorded: 'Not recorded',
  record: 'Record training',
  recordIntro: 'A new record takes the place of the old one of the same training.',
  strike: 'Strike out',
  strikeOne: (course: string) => `Strike out ${course.toLowerCase()}`,
  strikeIntro:
    'For what was recorded by mistake. Afterwards there is none of this course; the history stays.',
  course: 'Training',
  validity: 'Valid',
  limited: 'Until a date',
  lastDay: 'Last valid day',
  badDay: 'Write a day like 31/01/2027.',
  halfDay: 'Write a day like 31/01/2027, or empty the field altogether.',
  emptyTraining: 'Empty: no basic training recorded.',
  emptyTrainingForEver: 'Empty: valid without end, as recorded.',
  emptyInsurance: 'Empty: not insured.',
  whyHint: 'Shown in the history of this volunteer.',
} satisfies OfficeWords['papers']
