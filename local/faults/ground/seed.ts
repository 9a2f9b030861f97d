import { createClosers } from '#contracts/runtime/closers.ts'
import { derivedId, personKey } from '#contracts/runtime/ids.ts'
import { createLogger } from '#contracts/runtime/log.ts'
import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import { changePolicy } from '#contracts/domain/policy/commands.ts'
import { FIRST_NUMBER, policyIdOf } from '#contracts/domain/policy/policy.ts'
import type { PolicySettings } from '#contracts/domain/policy/settings.ts'
import { register } from '#contracts/domain/volunteer/commands.ts'
import type { Role } from '#contracts/domain/roles.ts'
import { openPlatform } from '#contracts/store/open.ts'
import { createAgency } from '../../../api/usecases/setup/create-agency.ts'
import { createPartner, partnerIdOf } from '../../../api/usecases/setup/create-partner.ts'
import { createUser } from '../../../api/usecases/setup/create-user.ts'
import { each } from '../../../worker/each.ts'
import kupang from '../../data/kupang.json' with { type: 'json' }
import { AGENCY, type Driver, type Place } from '../crowd/place.ts'

const by = { kind: 'system', id: 'seed' } as const
const log = createLogger({ name: 'seed', level: 'warn' })
/** Every so manieth person drives for both platforms: one natural person, two volunteers. */
const BOTH_EVERY = 5
const users: readonly Role[] = ['operator', 'supervisor', 'commander', 'admin']

/** Invented people: numbers from a block that belongs to nobody. */
const phoneOf = (n: number): string => `+6281200${String(100_000 + n)}`

/** Who drives for which platform. `drivers` natural persons; every fifth for both. */
export const driversOf = (partners: readonly string[], drivers: number): Driver[] =>
  Array.from({ length: drivers }, (_, n) => {
    const at = n % BOTH_EVERY === 0 ? partners : [partners[n % partners.length] ?? '']
    return at.map((partner) => ({ partner, ref: `faults-${partner}-${n}`, phone: phoneOf(n), area: n * 7 }))
  }).flat()

/** Whoever was called home may be asked again at once: the crowd is small and plays for hours. */
const WITHOUT_REST = { restS: 0 }

/** Kota Kupang with two platforms, people who sign in, and volunteers on duty; `settings`: how it asks otherwise. */
export const seed = async (
  servers: { mongoUri: string; redisUrl: string; redisPrefix?: string },
  place: Omit<Place, 'apis' | 'logins'>,
  settings: Partial<PolicySettings> = {},
): Promise<Place['logins']> => {
  const closers = createClosers({ log })
  const options = { name: 'seed', redisPrefix: 'tr', ...servers, serverKey: place.serverKey, log, closers }
  const platform = await openPlatform(options)
  const { store } = platform
  try {
    const agency = await createAgency(
      platform,
      { id: AGENCY, name: 'BPBD Kota Kupang', poskoPhone: null, reference: kupang },
      by,
    )
    const policy = policyIdOf(AGENCY)
    const reason = await store.texts.keep(AGENCY, policy, 'Faults')
    await store.ledger.change('policy', policy, { opId: 'seed:policy', agencyId: AGENCY, by }, (state, now) =>
      changePolicy(state, { expected: FIRST_NUMBER, change: { ...WITHOUT_REST, ...settings }, reason }, now),
    )
    for (const { ref, url, secretIn, secretOut } of place.partners)
      await createPartner(
        platform,
        { agencyId: AGENCY, ref, name: `Mitra ${ref}`, sandbox: false, url, secretIn, secretOut },
        by,
      )
    const logins = users.map((role) => ({ role, login: role, password: `kata sandi ${role} percobaan` }))
    for (const { role, login, password } of logins)
      await createUser(
        platform,
        { agencyId: AGENCY, login, displayName: `Contoh ${role}`, password, role },
        by,
      )

    await each(place.drivers, 12, async ({ partner, ref, phone, area }) => {
      const partnerId = partnerIdOf(AGENCY, partner)
      const id = derivedId('vol', partnerId, ref)
      const op = (what: string) => ({ opId: `seed:${id}:${what}`, agencyId: AGENCY, by })
      const declaredArea = agency.kelurahan[area % agency.kelurahan.length]?.code ?? null
      await store.texts.keepPerson({
        _id: id,
        agencyId: AGENCY,
        displayName: `Contoh ${ref}`,
        phone,
        plate: 'DH 1 ZX',
      })
      const about = {
        partnerId,
        ref,
        personKey: personKey(place.serverKey, phone),
        vehicle: 'motorcycle' as const,
        skills: [],
        channel: 'webhook' as const,
      }
      // All in one change: seeding must not take longer than what it is for.
      await store.ledger.change('volunteer', id, op('register'), (state) => [
        ...register(state, about),
        ...wholeAgreement.map((agreed) => ({ type: 'volunteer.agreed' as const, data: agreed })),
        { type: 'volunteer.activated', data: {} },
        { type: 'volunteer.duty_changed', data: { duty: 'on', declaredArea } },
      ])
    })
    await store.settled()
    return logins
  } finally {
    await closers.closeAll()
  }
}
