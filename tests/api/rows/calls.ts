import { nobody, nowhere, of, ofVolunteer, order, type Row } from './row.ts'

const soon = () => ({ at: new Date(Date.now() + 600_000).toISOString() })
const reporter = { name: 'Ibu Contoh', phone: '0812 0000 0101' }
const why = { reason: 'koordinasi' }

/** Calls about an incident, and numbers that are shown masked. */
export const callRows = {
  planCallback: {
    ...order(
      { at: 'tomorrow' },
      soon(),
      { code: 'no_reporter', from: (given) => given.reported() },
      (given) => given.reported({ reporter }),
    ),
    forbidden: 'kalak',
  },
  finishCallback: order(
    { nonsense: 1 },
    {},
    { code: 'already_done', from: (given) => given.reported({ reporter }) },
    (given) => given.reported({ reporter, callBackAt: soon().at }),
  ),
  showIncidentPhone: {
    role: 'operator',
    forbidden: 'admin',
    bad: { params: nowhere, body: { reason: 'ingin_tahu' } },
    missing: { params: nowhere, body: why },
    conflict: {
      code: 'not_taking_part',
      call: async (given) => ({
        ...of(await given.reported({ reporter })),
        body: { ...why, volunteerId: (await given.onDuty()).id },
      }),
    },
    good: async (given) => ({ ...of(await given.reported({ reporter })), body: why }),
  },
  showVolunteerPhone: {
    role: 'operator',
    forbidden: 'admin',
    bad: { params: nobody, body: { reason: 'lainnya' } },
    missing: { params: nobody, body: why },
    conflict: {
      code: 'not_taking_part',
      // Off duty and at no task.
      call: async (given) => ({ ...ofVolunteer(await given.active()), body: why }),
    },
    good: async (given) => ({ ...ofVolunteer(await given.onDuty()), body: why }),
  },
} satisfies Record<string, Row>
