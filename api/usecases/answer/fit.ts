import type { Need } from '#contracts/domain/incident/state.ts'
import { lacksFor } from '#contracts/domain/volunteer/fit.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'

/** Nobody is offered anything unless he is active and on duty. */
export const mayBeSent = ({ standing, duty }: Volunteer): boolean => standing === 'active' && duty === 'on'

/** The need may have changed since he was asked. */
export const suits = (volunteer: Volunteer, need: Need): boolean => lacksFor(volunteer, need).length === 0
