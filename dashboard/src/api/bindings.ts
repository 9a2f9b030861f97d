import { isActive } from '#contracts/domain/incident/read.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'

type Binding = Pick<Incident, 'offers' | 'assignments'>

/** Who is asked and who is out for an incident, by volunteer. */
export const bindingsOf = ({ offers, assignments }: Binding): Map<string, 'asked' | 'on_task'> =>
  new Map([
    ...offers.map(({ volunteerId }) => [volunteerId, 'asked'] as const),
    ...assignments.filter(isActive).map(({ volunteerId }) => [volunteerId, 'on_task'] as const),
  ])

/** Whom a change of an incident has bound or freed. */
export const reboundBy = (before: Binding | undefined, after: Binding): string[] => {
  const were = before === undefined ? new Map<string, string>() : bindingsOf(before)
  const are = bindingsOf(after)
  return [...new Set([...were.keys(), ...are.keys()])].filter((id) => were.get(id) !== are.get(id))
}
