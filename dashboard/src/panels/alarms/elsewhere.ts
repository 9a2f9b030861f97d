import type { StandingAlarm } from './sort.ts'

/**
 * The alarms that the page at this address does not show itself. The file of an incident shows its own; a call for help is too grave
 * to be looked for there.
 */
export const alarmsElsewhere = <A extends Pick<StandingAlarm, 'what' | 'incidentId'>>(
  alarms: readonly A[],
  pathname: string,
): A[] =>
  alarms.filter(
    ({ what, incidentId }) => what === 'sos' || incidentId === null || pathname !== `/kejadian/${incidentId}`,
  )
