import { randomBytes } from 'node:crypto'
import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import { newSecret } from '#contracts/runtime/secret.ts'
import type { DeliveryType } from '#contracts/wire/partner/deliveries.ts'
import { createPartner } from '../../api/usecases/setup/create-partner.ts'
import { AGENCY, BY, type ApiWorld } from '../api/api-world.ts'
import { freshPhone } from '../api/given-volunteers.ts'
import { platformOf, type Reply } from '../api/partner/platform-of.ts'
import { openEndpoint, type Received, verified } from '../worker/endpoint.ts'
import { until } from '../world/client.ts'

/** Oebufu, where everything happens. */
export const PLACE = { lat: -10.1689, lng: 123.6235 }
const DEGREE_M = 111_195

export interface Member {
  ref: string
  id: string
  name: string
  phone: string
}

/** A platform outside: its endpoint keeps what we send, its drivers say what the test has them say. */
export const openPartner = async (api: ApiWorld, ref: string, sandbox = false) => {
  const endpoint = await openEndpoint()
  const [secretIn, secretOut] = [newSecret(randomBytes), newSecret(randomBytes)]
  const input = { agencyId: AGENCY, ref, name: ref, sandbox, url: endpoint.url, secretIn, secretOut }
  const { partnerId } = await createPartner(api.context, input, BY)
  const { send, post } = platformOf(api.url, { id: partnerId, ref, secret: secretIn })
  const drivers: Member[] = []

  const told = async (type: string, data: object): Promise<Reply['body']> => {
    const { status, body } = await send(type, data)
    if (status !== 200) throw new Error(`${type}: ${status} ${JSON.stringify(body)}`)
    return body
  }

  return {
    id: partnerId,
    endpoint,
    /** Sends one event and returns the body of its 200. */
    told,
    /** As `told`, whatever the answer is. */
    send,

    /** A driver agrees to help, is admitted, comes on duty and tells where he is: so many metres north of Oebufu. */
    driver: async (northM = 500): Promise<Member> => {
      const count = drivers.length + 1
      const volunteerRef = `${ref}-${count}`
      const displayName = `Relawan ${ref} ${count}`
      const phone = freshPhone()
      const vehicle = { kind: 'motorcycle', plate: `DH ${count} ZZ` }
      await told('volunteer.registered', { volunteerRef, displayName, phone, vehicle, skills: [] })
      const id = (await api.context.partnerQueries.volunteersByRef(partnerId, [volunteerRef])).get(
        volunteerRef,
      )?.id
      if (id === undefined) throw new Error(`${volunteerRef} is not registered`)
      await (
        await api.as('coordinator')
      ).call('activateVolunteer', {
        params: { id },
        body: { agreements: wholeAgreement },
      })
      const at = new Date().toISOString()
      await told('volunteer.duty_changed', { volunteerRef, duty: 'on' })
      const position = { volunteerRef, ...PLACE, lat: PLACE.lat + northM / DEGREE_M, accuracyM: 20, at }
      const { body } = await post('/positions', JSON.stringify({ positions: [position] }))
      if (body['taken'] !== 1) throw new Error(`${volunteerRef} has no position: ${JSON.stringify(body)}`)
      const member = { ref: volunteerRef, id, name: displayName, phone }
      drivers.push(member)
      return member
    },

    /** Everybody goes home. */
    rest: async (): Promise<void> => {
      for (const { ref: volunteerRef } of drivers)
        await told('volunteer.duty_changed', { volunteerRef, duty: 'off' })
    },

    /** Waits for a message of this type to one of his drivers; `fits` narrows it down. */
    hears: (
      type: DeliveryType,
      { ref: volunteerRef }: Pick<Member, 'ref'>,
      fits: Record<string, unknown> = {},
    ): Promise<Received['data']> =>
      until(`${type} for ${volunteerRef}`, async () => {
        const wanted = Object.entries({ volunteerRef, ...fits })
        return endpoint.of(type).findLast(({ data }) => wanted.every(([key, value]) => data[key] === value))
          ?.data
      }),

    /** Every message was signed as the other side's own library wants it. */
    verified: () => endpoint.received.map((message) => verified(secretOut, message)),
    close: endpoint.close,
  }
}
export type FlowPartner = Awaited<ReturnType<typeof openPartner>>
