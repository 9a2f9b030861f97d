import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { linkPath } from '#contracts/runtime/task-link.ts'
import { anIncident, ask, aVolunteer, fileOf, type Asking, type PartnerSide } from '../partner/city.ts'
import type { Served } from '../partner/served.ts'

export interface Visit {
  status: number
  text: string
  headers: Headers
}

export const nonceOf = ({ text }: Visit): string => /name="nonce" value="([a-z0-9_]+)"/.exec(text)?.[1] ?? ''

/** A volunteer's phone, and what brings him to his page. */
export const visitor = ({ url, context }: Served, partner: PartnerSide) => {
  const visit = async (path: string): Promise<Visit> => {
    const response = await fetch(url + path, { redirect: 'manual' })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  const post = async (path: string, fields: Record<string, string>): Promise<Visit & { to: string }> => {
    const body = new URLSearchParams(fields)
    const response = await fetch(url + path, { method: 'POST', body, redirect: 'manual' })
    const { status, headers } = response
    return { status, headers, text: await response.text(), to: headers.get('location') ?? '' }
  }
  const pathOf = (offerId: string): string => linkPath(context.serverKey, offerId)

  const offered = async (expiresInS = 180, quantity = 1) => {
    const volunteer = await aVolunteer(context, partner)
    const incident = await anIncident(context, { quantity })
    const offerId = (await ask(context, incident, [volunteer], expiresInS)).get(volunteer.id) ?? ''
    return { volunteer, incident, offerId, path: pathOf(offerId) }
  }
  return {
    visit,
    post,
    pathOf,
    offered,
    /** Somebody who accepted by his page. */
    out: async () => {
      const given = await offered()
      const { to } = await post(`${given.path}/accept`, { nonce: nonceOf(await visit(given.path)) })
      return { ...given, confirmed: to }
    },
    assignmentOf: async ({ id }: Asking, { id: volunteerId }: Volunteer) =>
      (await fileOf(context, id)).assignments.find((a) => a.volunteerId === volunteerId),
  }
}
export type Visitor = ReturnType<typeof visitor>
