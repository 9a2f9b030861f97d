import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PartnerWithSecrets } from '#contracts/wire/routes/partner-views.ts'
import type { z } from 'zod'
import { until } from '../../world/client.ts'
import { startApiWorld, type ApiWorld } from '../api-world.ts'
import { givenPartners } from '../given-partners.ts'
import { platformOf } from '../partner/platform-of.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

type Made = z.infer<typeof PartnerWithSecrets>
const secretOf = ({ shown }: Made, direction: 'in' | 'out'): string =>
  shown.find((secret) => secret.direction === direction)?.secret ?? ''
/** An event of somebody unknown, signed with this secret: 404 when the signature is good, 401 when it is not. */
const signedWith = async ({ id, ref }: Made, secret: string): Promise<number> => {
  const { send } = platformOf(world.url, { id, ref, secret })
  return (await send('volunteer.duty_changed', { volunteerRef: 'nobody', duty: 'off' })).status
}

describe('a secret', () => {
  it('is shown by the call that made it, to no repeat of it, and is sealed where it lies', async () => {
    const admin = await world.as('admin')
    const body = { ref: 'sekali-saja', name: 'Sekali Saja' }
    const first = await admin.call('createPartner', { body, key: 'create-once' })
    expect(first.shown.map(({ direction }) => direction)).toEqual(['in', 'out'])
    for (const { secret } of first.shown) expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
    const again = await admin.call('createPartner', { body, key: 'create-once' })
    expect([again.id, again.shown]).toEqual([first.id, []])
    const later = await admin.call('getPartner', { params: { id: first.id } })
    expect(later.secrets.map(({ secretId }) => secretId)).toEqual(first.shown.map(({ secretId }) => secretId))
    const { connection } = world.context
    await world.settled()
    for (const { name } of await connection.listCollections()) {
      const stored = JSON.stringify(await connection.collection(name).find().toArray())
      for (const { secret } of first.shown) expect(stored).not.toContain(secret)
    }
  })

  it('signs; while rotating both do, and the old one no longer once it is retired', async () => {
    const admin = await world.as('admin')
    const made = await givenPartners(world).partner()
    const old = secretOf(made, 'in')
    expect(await signedWith(made, old)).toBe(404)
    const rotated = await admin.call('rotateSecret', { params: { id: made.id }, body: { direction: 'in' } })
    const fresh = secretOf(rotated, 'in')
    // What is known of a partner is believed for some seconds.
    await until('both count', async () => (await signedWith(made, fresh)) === 404)
    expect(await signedWith(made, old)).toBe(404)
    const secretId = made.shown[0]?.secretId ?? ''
    await admin.call('retireSecret', { params: { id: made.id, secretId } })
    await until('the old one does not', async () => (await signedWith(made, old)) === 401)
    expect(await signedWith(made, fresh)).toBe(404)
  })

  it('made anew after a crash before the answer is the one that counts', async () => {
    const { secrets } = world.context
    const secret = { _id: 'sec_crash', partnerId: 'ptn_x', direction: 'in', createdAt: 'now' } as const
    const first = await secrets.keepOnce({ ...secret, plain: 'whsec_first' })
    const second = await secrets.keepOnce({ ...secret, plain: 'whsec_second' })
    expect([first, second]).toEqual(['whsec_first', 'whsec_first'])
  })
})
