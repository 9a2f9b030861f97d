import type { Role } from '#contracts/domain/roles.ts'
import type { Call } from '../../world/client.ts'
import type { Given } from '../given.ts'

/** What is tried on a route, in the order in which it is checked. */
export interface Row {
  /** Null: open to everybody, or to everybody who is signed in. */
  forbidden: Role | null
  role: Role
  /** Null: nothing can be wrong with a call of this route. */
  bad: Call | null
  /** What is answered 404. */
  missing?: Call
  /** What is answered 409, and with which code. */
  conflict?: { code: string; call: (given: Given) => Promise<Call> }
  good: (given: Given) => Promise<Call>
}

interface From<T> {
  code: string
  from: (given: Given) => Promise<T>
}
type Body = Record<string, unknown>
type HasIncident = { incident: { id: string } }

export const nowhere = { id: 'inc_none' }
export const nobody = { id: 'vol_none' }
export const of = ({ incident }: HasIncident): Call => ({ params: { id: incident.id } })
export const ofVolunteer = ({ id }: { id: string }): Call => ({ params: { id } })
export const longNote = { note: 'x'.repeat(2001) }

/** An order on an incident: unknown incident 404, wrong state 409, right state good. */
export const order = (
  bad: Body,
  body: Body | undefined,
  conflict: From<HasIncident>,
  good: (given: Given) => Promise<HasIncident>,
): Row => ({
  role: 'operator',
  forbidden: 'pimpinan',
  bad: { params: nowhere, body: bad },
  missing: { params: nowhere, body },
  conflict: {
    code: conflict.code,
    call: async (given) => ({ ...of(await conflict.from(given)), body }),
  },
  good: async (given) => ({ ...of(await good(given)), body }),
})

/** An order on a volunteer by his coordinator. */
export const orderOnVolunteer = (
  bad: Body,
  body: Body | undefined,
  conflict: From<{ id: string }>,
  good: (given: Given) => Promise<{ id: string }>,
): Row => ({
  role: 'coordinator',
  forbidden: 'pimpinan',
  bad: { params: nobody, body: bad },
  missing: { params: nobody, body },
  conflict: {
    code: conflict.code,
    call: async (given) => ({ ...ofVolunteer(await conflict.from(given)), body }),
  },
  good: async (given) => ({ ...ofVolunteer(await good(given)), body }),
})

/** Reading one thing. */
export const read = (missing: Call, good: (given: Given) => Promise<Call>): Row => ({
  role: 'operator',
  forbidden: 'partner_admin',
  bad: { ...missing, query: { nonsense: 1 } },
  missing,
  good,
})

export const illegal = (from: From<HasIncident>['from']): From<HasIncident> => ({
  code: 'illegal_move',
  from,
})
