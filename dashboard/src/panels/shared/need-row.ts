import type { NeedRow } from '#contracts/domain/procedure/settings.ts'

/** A row as it is sent: an existing need with its id, a new one without. */
export const needInput = ({ needId, task, vehicle, skill, quantity }: NeedRow & { needId?: string }) => ({
  ...(needId === undefined ? {} : { needId }),
  task,
  vehicle,
  skill,
  quantity,
})

/** A row to begin with when somebody adds one. */
export const plainNeed = (): NeedRow => ({ task: 'pantau', vehicle: 'motorcycle', skill: null, quantity: 1 })
