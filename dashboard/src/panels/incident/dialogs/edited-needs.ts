import type { Need } from '#contracts/domain/incident/state.ts'
import type { EditableNeed } from '../../shared/need-rows.tsx'

type StoredNeed = Pick<Need, 'id' | 'task' | 'vehicle' | 'skill' | 'quantity'>

/** Rows over what the incident needed when they were last written on. */
export interface EditedNeeds {
  stored: readonly StoredNeed[]
  rows: readonly EditableNeed[]
}

const changeable = ['vehicle', 'skill', 'quantity'] as const

const rowOf = ({ id, task, vehicle, skill, quantity }: StoredNeed): EditableNeed => ({
  key: id,
  needId: id,
  task,
  vehicle,
  skill,
  quantity,
})

const storedOf = ({ stored }: EditedNeeds, { needId }: EditableNeed): StoredNeed | undefined =>
  stored.find(({ id }) => id === needId)

const differs = (row: EditableNeed, stored: StoredNeed | undefined): boolean =>
  stored === undefined || changeable.some((field) => row[field] !== stored[field])

export const notEdited = (needs: readonly StoredNeed[]): EditedNeeds => ({
  stored: needs,
  rows: needs.map(rowOf),
})

/**
 * The same over what the incident needs now: what was written here stands, everything else is as colleagues left it.
 * A row that was written on and whose need was dropped meanwhile stays, as `gone`.
 */
export const rebased = (edited: EditedNeeds, now: readonly StoredNeed[]): EditedNeeds => {
  const known = now.map((need): EditableNeed => {
    const row = edited.rows.find(({ needId }) => needId === need.id)
    const before = row && storedOf(edited, row)
    if (!row || !before) return rowOf(need)
    const { vehicle, skill, quantity } = row
    return {
      ...rowOf(need),
      ...(vehicle === before.vehicle ? {} : { vehicle }),
      ...(skill === before.skill ? {} : { skill }),
      ...(quantity === before.quantity ? {} : { quantity }),
    }
  })
  const gone = edited.rows
    .filter((row) => row.needId !== undefined && now.every(({ id }) => id !== row.needId))
    .filter((row) => row.gone || differs(row, storedOf(edited, row)))
    .map((row): EditableNeed => ({ ...row, gone: true }))
  const added = edited.rows.filter(({ needId }) => needId === undefined)
  return { stored: now, rows: [...known, ...gone, ...added] }
}

/** What is to be sent: new rows, and those that differ. What is not sent stays as it is. */
export const changedRows = (edited: EditedNeeds): EditableNeed[] =>
  edited.rows.filter((row) => !row.gone && differs(row, storedOf(edited, row)))
