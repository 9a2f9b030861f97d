import { freshPhone } from '../given-volunteers.ts'
import { nobody, ofVolunteer, orderOnVolunteer, read, type Row } from './row.ts'

/** Volunteers. */
export const volunteerRows = {
  listVolunteers: {
    role: 'coordinator',
    forbidden: 'pimpinan',
    bad: { query: { duty: 'asleep' } },
    good: async (given) => {
      await given.onDuty()
      return { query: { duty: 'on' } }
    },
  },
  getVolunteer: {
    ...read({ params: nobody }, async (g) => ofVolunteer(await g.active())),
    forbidden: 'pimpinan',
  },
  volunteerFacts: {
    ...read({ params: nobody }, async (g) => ofVolunteer(await g.active())),
    forbidden: 'pimpinan',
  },
  registerVolunteer: {
    role: 'operator',
    forbidden: 'commander',
    bad: { body: { displayName: 'Contoh', phone: '12345678901234567', plate: 'DH', vehicle: 'car' } },
    conflict: {
      code: 'already_registered',
      call: async (given) => {
        const body = { displayName: 'Contoh', phone: freshPhone(), plate: 'DH 3 CC', vehicle: 'car' }
        await given.registered({ phone: body.phone })
        return { body }
      },
    },
    good: async () => ({
      body: { displayName: 'Contoh', phone: freshPhone(), plate: 'DH 3 CC', vehicle: 'car', skills: ['p3k'] },
    }),
  },
  editVolunteer: {
    ...orderOnVolunteer(
      { vehicle: 'boat' },
      { vehicle: 'motorcycle' },
      { code: 'nothing_to_change', from: (g) => g.active() },
      (g) => g.active(),
    ),
    forbidden: 'operator',
    good: async (given) => ({ ...ofVolunteer(await given.active()), body: { plate: 'DH 9 ZZ' } }),
  },
  setDuty: orderOnVolunteer(
    { duty: 'on', declaredArea: 'Atlantis' },
    { duty: 'on', declaredArea: 'TDM' },
    { code: 'suspended', from: (g) => g.registered() },
    (g) => g.active(),
  ),
  activateVolunteer: orderOnVolunteer(
    { agreements: [{ to: 'everything' }] },
    { agreements: [{ to: 'consent' }, { to: 'code_of_conduct', version: '2025-12' }] },
    { code: 'illegal_move', from: (g) => g.active() },
    (g) => g.registered(),
  ),
  recordAgreements: {
    ...orderOnVolunteer(
      { agreements: [] },
      { agreements: [{ to: 'consent' }] },
      { code: 'nothing_to_change', from: (g) => g.active() },
      (g) => g.registered(),
    ),
    role: 'operator',
  },
  recordTraining: orderOnVolunteer(
    { course: 'dasar', until: 'besok' },
    { course: 'dasar', until: null },
    { code: 'nothing_to_change', from: (g) => g.trained() },
    (g) => g.active(),
  ),
  strikeTraining: orderOnVolunteer(
    { course: 'dasar' },
    { course: 'dasar', note: 'Salah orang.' },
    { code: 'nothing_to_change', from: (g) => g.active() },
    (g) => g.trained(),
  ),
  limitDuty: orderOnVolunteer(
    { hours: 25 },
    { hours: 6 },
    { code: 'nothing_to_change', from: (g) => g.limited() },
    (g) => g.active(),
  ),
  suspendVolunteer: orderOnVolunteer(
    {},
    { note: 'Ditegur.' },
    { code: 'illegal_move', from: (g) => g.suspended() },
    (g) => g.active(),
  ),
  reinstateVolunteer: orderOnVolunteer(
    { a: 1 },
    undefined,
    { code: 'illegal_move', from: (g) => g.active() },
    (g) => g.suspended(),
  ),
  withdrawVolunteer: orderOnVolunteer({ a: 1 }, undefined, { code: 'on_task', from: (g) => g.out() }, (g) =>
    g.bound(),
  ),
  acknowledgeVolunteerSos: {
    ...orderOnVolunteer({ a: 1 }, undefined, { code: 'unknown_alarm', from: (g) => g.active() }, (g) =>
      g.calling(),
    ),
    role: 'operator',
    forbidden: 'coordinator',
  },
} satisfies Record<string, Row>
