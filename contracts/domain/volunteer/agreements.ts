import { Refusal } from '../refusal.ts'
import { AgreementKind, type VolunteerFactBody, type VolunteerFactOf } from './facts.ts'
import { isLongBefore, type Said } from './said.ts'
import type { Volunteer } from './state.ts'

/** What somebody has agreed to, and in which version of the text. */
export type Agreed = VolunteerFactOf<'volunteer.agreed'>['data']

/** The texts in force. A new version of a text gets a new name here; what was agreed to keeps its own. */
export const textsInForce = { consent: '2026-01', code_of_conduct: '2026-01' } as const satisfies Record<
  AgreementKind,
  string
>

/** Everything that is to be agreed to, as the texts stand now. */
export const wholeAgreement: readonly Agreed[] = AgreementKind.options.map((to) => ({
  to,
  version: textsInForce[to],
}))

const agreementOf = ({ agreements = [] }: Volunteer, kind: AgreementKind) =>
  agreements.find(({ to }) => to === kind)

const versionOf = (state: Volunteer, kind: AgreementKind): string | undefined =>
  agreementOf(state, kind)?.version

/** What he has not agreed to yet: without all of it nobody becomes active. */
export const missingAgreements = (state: Volunteer): AgreementKind[] =>
  AgreementKind.options.filter((kind) => versionOf(state, kind) === undefined)

/** A fact for each text that he agrees to in a version that is not recorded yet. */
export const newlyAgreed = (state: Volunteer, agreed: readonly Agreed[]): VolunteerFactBody[] =>
  agreed
    .filter(({ to, version }) => versionOf(state, to) !== version)
    .map((data) => ({ type: 'volunteer.agreed', data }))

/** What of it still counts: a word of long ago does not take the place of what was recorded since. */
export const agreedSince = (state: Volunteer, agreed: readonly Agreed[], said: Said): Agreed[] =>
  agreed.filter(({ to }) => {
    const recorded = agreementOf(state, to)
    return recorded === undefined || !isLongBefore(said, recorded.at)
  })

/** @throws Refusal `nothing_to_change` when all of it is recorded, `illegal_move` when he has left */
export const agree = (state: Volunteer, agreed: readonly Agreed[]): VolunteerFactBody[] => {
  if (state.standing === 'withdrawn') throw new Refusal('illegal_move', { from: 'withdrawn' })
  const facts = newlyAgreed(state, agreed)
  if (facts.length === 0) throw new Refusal('nothing_to_change')
  return facts
}
