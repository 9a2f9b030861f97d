import { differing, setDuty, update } from './commands.ts'
import type { Duty, Told, VolunteerFactBody, VolunteerFactOf } from './facts.ts'
import { isDutyPast, isOvertaken, type Said } from './said.ts'
import type { Volunteer } from './state.ts'

/** Nothing changes, but whatever was said before this is past from now on. */
const sayAgain = (state: Volunteer, told: readonly Told[], { at }: Said): VolunteerFactBody[] =>
  told.every((one) => state.said?.[one] === at)
    ? []
    : [{ type: 'volunteer.said_again', data: { told: [...told], saidAt: at } }]

/** His platform tells of his duty; no facts when it comes too late. @throws Refusal `suspended`, `illegal_move` */
export const sayDuty = (
  state: Volunteer,
  { duty, declaredArea }: { duty: Duty; declaredArea: string | undefined },
  said: Said,
): VolunteerFactBody[] => {
  if (isDutyPast(state, duty, said)) return []
  const facts = setDuty(state, { duty, declaredArea: declaredArea ?? state.declaredArea, saidAt: said.at })
  return facts.length > 0 ? facts : sayAgain(state, ['duty'], said)
}

export type ProfileChange = VolunteerFactOf<'volunteer.updated'>['data']
type ProfileTold = Exclude<Told, 'duty'>

/** What a platform tells of a volunteer beside his duty, and the change that follows from each. */
export type Profile = ReadonlyMap<ProfileTold, ProfileChange>

/** What of it counts: about the rest his platform has said something newer. */
export const standing = (state: Volunteer, profile: Profile, said: Said): ProfileTold[] =>
  [...profile.keys()].filter((told) => !isOvertaken(state, told, said))

/** His platform tells of him; no facts when all of it comes too late. @throws Refusal `person_busy`, `illegal_move` when he has left */
export const sayProfile = (
  state: Volunteer,
  profile: Profile,
  said: Said,
  bound: boolean,
): VolunteerFactBody[] => {
  const told = standing(state, profile, said)
  const change: ProfileChange = {}
  for (const one of told) Object.assign(change, profile.get(one))
  if (Object.keys(differing(state, change)).length === 0) return sayAgain(state, told, said)
  return update(state, { ...change, told, saidAt: said.at }, bound)
}
