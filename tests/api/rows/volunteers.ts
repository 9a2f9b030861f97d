import { freshPhone } from '../given-volunteers.ts'
import { longNote, nobody, ofVolunteer, orderOnVolunteer, read, type Row } from './row.ts'

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
    { a: 1 },
    undefined,
    { code: 'illegal_move', from: (g) => g.active() },
    (g) => g.registered(),
  ),
  suspendVolunteer: orderOnVolunteer(
    longNote,
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
  withdrawVolunteer: orderOnVolunteer(
    { a: 1 },
    undefined,
    { code: 'person_busy', from: (g) => g.bound() },
    (g) => g.active(),
  ),
  acknowledgeVolunteerSos: {
    ...orderOnVolunteer({ a: 1 }, undefined, { code: 'unknown_alarm', from: (g) => g.active() }, (g) =>
      g.calling(),
    ),
    role: 'operator',
    forbidden: 'coordinator',
  },
} satisfies Record<string, Row>
