import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Said } from '#contracts/domain/volunteer/said.ts'
import { personKey } from '#contracts/runtime/ids.ts'
import { senderOf } from '../../../api/usecases/partner/sender.ts'
import { updateVolunteer } from '../../../api/usecases/partner/update-volunteer.ts'
import { editVolunteer } from '../../../api/usecases/volunteer/edit-volunteer.ts'
import { aCity, aPartner, aPhone, aVolunteer, type PartnerSide } from './city.ts'
import { anEventId } from './platform-of.ts'
import { serve, type Served } from './served.ts'

let api: Served
let partner: PartnerSide
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
  partner = await aPartner(api.context, 'sim')
})
afterAll(() => api.close())

/** A context in which so many readers of persons wait for each other: all have read before one of them writes. */
const readingTogether = (readers: number): Served['context'] => {
  const { context } = api
  const { texts } = context.store
  const waiting: (() => void)[] = []
  const persons: typeof texts.persons = async (ids) => {
    const found = await texts.persons(ids)
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      if (waiting.length >= readers) for (const goOn of waiting) goOn()
    })
    return found
  }
  return { ...context, store: { ...context.store, texts: { ...texts, persons } } }
}
const now = (): Said => {
  const at = api.context.clock.now().toISOString()
  return { at, ours: at, ageS: 0 }
}
const sender = async () => {
  const doc = await api.context.store.ledger.load('partner', partner.id)
  if (doc === null) throw new Error('no partner')
  return senderOf(doc.state, anEventId(), new Date())
}

describe('two who tell of one volunteer at once', () => {
  it('take nothing back of what the other told: his number stays the one that he is known by', async () => {
    const { ref, id } = await aVolunteer(api.context, partner)
    const together = readingTogether(3)
    const phone = aPhone()
    const by = { kind: 'user', id: 'usr_1' } as const
    await Promise.all([
      updateVolunteer(together, await sender(), { volunteerRef: ref, phone }, now()),
      updateVolunteer(together, await sender(), { volunteerRef: ref, displayName: 'Nama Baru' }, now()),
      editVolunteer(together, { opId: `api:${id}`, agencyId: '5371', by }, id, { plate: 'DH 9 XY' }),
    ])
    expect((await api.context.store.texts.persons([id])).get(id)).toMatchObject({
      displayName: 'Nama Baru',
      phone,
      plate: 'DH 9 XY',
    })
    expect((await api.context.store.ledger.load('volunteer', id))?.state.personKey).toBe(
      personKey(api.context.serverKey, phone),
    )
  })

  it('are kept in the order of his facts, whoever of them writes last', async () => {
    const { id } = await aVolunteer(api.context, partner)
    const { texts } = api.context.store
    const person = { _id: id, agencyId: '5371' }
    await texts.keepTold(person, { phone: '+62811000002', displayName: '$nama' }, 12)
    await texts.keepTold(person, { phone: '+62811000001', plate: 'DH 8 ZZ' }, 11)
    expect((await api.context.store.texts.persons([id])).get(id)).toMatchObject({
      displayName: '$nama',
      phone: '+62811000002',
      plate: 'DH 8 ZZ',
    })
  })
})
