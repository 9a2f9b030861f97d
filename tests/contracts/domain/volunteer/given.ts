import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import {
  volunteerFacts,
  type VolunteerFactBody,
  type VolunteerFactOf,
} from '#contracts/domain/volunteer/facts.ts'
import { evolveVolunteer, type Volunteer } from '#contracts/domain/volunteer/state.ts'
import { scenariosOf } from '../scenario.ts'

export const birth = { id: 'vol_1', agencyId: '5371' }

/** given(facts).when(command).thenFacts(…) | .thenState(…) | .thenRefused(code) for volunteers. */
export const { given, givenNothing, after, fold } = scenariosOf<Volunteer, VolunteerFactBody>({
  evolve: evolveVolunteer,
  birth,
  catalogue: volunteerFacts,
})

export const registration: VolunteerFactOf<'volunteer.registered'>['data'] = {
  partnerId: 'p1',
  ref: 'drv-17',
  personKey: 'key-17',
  vehicle: 'motorcycle',
  skills: ['p3k'],
  channel: 'webhook',
}
export const registered: VolunteerFactBody = { type: 'volunteer.registered', data: registration }
export const agreed = wholeAgreement.map((data): VolunteerFactBody => ({ type: 'volunteer.agreed', data }))
export const activated: VolunteerFactBody = { type: 'volunteer.activated', data: {} }
export const suspended: VolunteerFactBody = { type: 'volunteer.suspended', data: { reason: null } }
export const reinstated: VolunteerFactBody = { type: 'volunteer.reinstated', data: {} }
export const withdrawn: VolunteerFactBody = { type: 'volunteer.withdrawn', data: {} }
export const onDuty = (
  duty: VolunteerFactOf<'volunteer.duty_changed'>['data']['duty'],
  declaredArea: string | null = null,
): VolunteerFactBody => ({ type: 'volunteer.duty_changed', data: { duty, declaredArea } })

/** A short way to each standing. */
export const wayTo: Record<Volunteer['standing'], VolunteerFactBody[]> = {
  pending: [registered],
  active: [registered, activated],
  suspended: [registered, activated, suspended],
  withdrawn: [registered, withdrawn],
}
