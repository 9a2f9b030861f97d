import type { Volunteer } from './state.ts'

/** Whether it is anybody's business where he is: on duty, bound, or calling for help. Nobody is followed otherwise. */
export const mayBeFollowed = (
  { duty, sosAt }: Pick<Volunteer, 'duty' | 'sosAt'>,
  isBound: boolean,
): boolean => duty !== 'off' || isBound || sosAt !== null
