import kupang from '../data/kupang.json' with { type: 'json' }
import { createAgency } from '../../api/usecases/setup/create-agency.ts'
import { createPartner, partnerIdOf } from '../../api/usecases/setup/create-partner.ts'
import { createUser } from '../../api/usecases/setup/create-user.ts'
import type { Actor } from '#contracts/domain/fact.ts'
import { roles, type Role } from '#contracts/domain/roles.ts'
import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import { activate, register, setDuty } from '#contracts/domain/volunteer/commands.ts'
import { derivedId, personKey } from '#contracts/runtime/ids.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import type { Platform } from '#contracts/store/open.ts'
import { recordPapers } from './papers.ts'
import { samplePeople, type SamplePerson } from './people.ts'
import { SANDBOX_PARTNER, sandboxPeople, seedSandbox } from './sandbox.ts'
import type { LocalSecrets } from './sign-ins.ts'

export const AGENCY_ID = '5371'
export const SIMULATED_PARTNER = 'ojek-contoh'
const by: Actor = { kind: 'system', id: 'seed' }

const displayNames: Record<Role, string> = {
  operator: 'Operator Contoh',
  supervisor: 'Supervisor Contoh',
  commander: 'Komandan Contoh',
  kalak: 'Kalak Contoh',
  pimpinan: 'Pimpinan Contoh',
  coordinator: 'Koordinator Contoh',
  partner_admin: 'Admin Mitra Contoh',
  admin: 'Administrator Contoh',
}

/** Does nothing when it was done before: a local city is seeded again at every start, with the same ids. */
const unlessDone = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

const seedVolunteer = async (platform: Platform, partnerRef: string, person: SamplePerson): Promise<void> => {
  const { store, serverKey } = platform
  const partnerId = partnerIdOf(AGENCY_ID, partnerRef)
  const ref = refOf(person)
  const id = derivedId('vol', partnerId, ref)
  const op = (what: string) => ({ opId: `seed:${id}:${what}`, agencyId: AGENCY_ID, by })
  const { displayName, phone, plate, vehicle, skills, area } = person
  // Whoever has left stays forgotten.
  if ((await store.ledger.load('volunteer', id))?.state.standing === 'withdrawn') return
  await store.texts.keepPerson({ _id: id, agencyId: AGENCY_ID, displayName, phone, plate })
  const channel = partnerRef === 'mandiri' ? 'link' : 'webhook'
  await store.ledger.change('volunteer', id, op('register'), (state) =>
    state === null
      ? register(state, { partnerId, ref, personKey: personKey(serverKey, phone), vehicle, skills, channel })
      : [],
  )
  await store.ledger.change('volunteer', id, op('activate'), (state) =>
    state?.standing === 'pending' ? activate(state, wholeAgreement) : [],
  )
  await store.ledger.change('volunteer', id, op('papers'), (state, now) =>
    state === null ? [] : recordPapers(state, person, now),
  )
  // A volunteer of the simulated platform goes on duty by its own event; those without a platform start on duty.
  if (channel === 'link' && person.onDuty)
    await store.ledger.change('volunteer', id, op('duty'), (state) =>
      state === null ? [] : setDuty(state, { duty: 'on', declaredArea: area.code }),
    )
}

/** The partner's own name for a sample volunteer. */
export const refOf = (person: SamplePerson): string => `contoh-${String(person.number).padStart(4, '0')}`

/** One in five volunteers has no platform and is served by task link. */
export const isMandiri = (person: SamplePerson): boolean => person.number % 5 === 0

export interface SeedInput {
  secrets: LocalSecrets
  volunteers: number
  simulatorUrl: string
}

/** Kota Kupang as a local city: agency, a user per role, partners and invented volunteers. Safe to run at every start. */
export const seedKupang = async (platform: Platform, input: SeedInput): Promise<SamplePerson[]> => {
  const { secrets, volunteers, simulatorUrl } = input
  const agency = await createAgency(
    platform,
    {
      id: AGENCY_ID,
      name: 'BPBD Kota Kupang',
      poskoPhone: null,
      addressees: ['Wali Kota Kupang', 'Kepala Pelaksana BPBD Provinsi NTT'],
      reference: kupang,
    },
    by,
  )
  await unlessDone(() =>
    createPartner(
      platform,
      {
        agencyId: AGENCY_ID,
        ref: SIMULATED_PARTNER,
        name: 'Ojek Contoh (simulasi)',
        sandbox: false,
        url: simulatorUrl,
        secretIn: secrets.partnerIn,
        secretOut: secrets.partnerOut,
      },
      by,
    ),
  )
  const partnerId = partnerIdOf(AGENCY_ID, SIMULATED_PARTNER)
  for (const role of roles)
    await unlessDone(() =>
      createUser(
        platform,
        {
          agencyId: AGENCY_ID,
          login: role,
          displayName: displayNames[role],
          password: secrets.passwords[role] ?? '',
          role,
          ...(role === 'partner_admin' ? { partnerId } : {}),
        },
        by,
      ),
    )
  await seedSandbox(platform, { agencyId: AGENCY_ID, secrets }, by)
  for (const person of sandboxPeople(agency.kelurahan)) await seedVolunteer(platform, SANDBOX_PARTNER, person)
  const people = samplePeople(volunteers, agency.kelurahan)
  for (const person of people)
    await seedVolunteer(platform, isMandiri(person) ? 'mandiri' : SIMULATED_PARTNER, person)
  await platform.store.settled()
  return people
}
