import { expect, test } from 'vitest'
import { setNeeds } from '#contracts/domain/incident/commands/needs.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import { routes } from '#contracts/wire/routes/all.ts'
import {
  changedRows,
  notEdited,
  rebased,
  type EditedNeeds,
} from '../../dashboard/src/panels/incident/dialogs/edited-needs.ts'
import { needInput, plainNeed } from '../../dashboard/src/panels/shared/need-row.ts'
import type { EditableNeed } from '../../dashboard/src/panels/shared/need-rows.tsx'
import { fold } from '../contracts/domain/incident/given.ts'
import { need, needed, reported } from '../contracts/domain/incident/story.ts'

const stateOf = (...facts: IncidentFactBody[]) => {
  const state = fold([reported(), ...facts])
  if (state === null) throw new Error('No incident')
  return state
}
const two = [needed('n1', 2), needed('n2', 1, { task: 'p3k' })]
const { task: _, ...five } = need('n1', 5)
const raised: IncidentFactBody = { type: 'need.changed', data: five }
const dropped: IncidentFactBody = { type: 'need.dropped', data: { needId: 'n1', reason: null } }

const write = (edited: EditedNeeds, needId: string, change: Partial<EditableNeed>): EditedNeeds => ({
  ...edited,
  rows: edited.rows.map((row) => (row.needId === needId ? { ...row, ...change } : row)),
})
const added: EditableNeed = { ...plainNeed(), key: 'k1' }

/** What the server would do with what the dialog sends. */
const factsOf = (state: ReturnType<typeof stateOf>, edited: EditedNeeds) => {
  const { needs } = routes.setNeeds.body.parse({ needs: changedRows(edited).map(needInput) })
  return setNeeds(state, { needs: needs.map((one) => ({ needId: 'n9', ...one })), standDown: [] })
}

test('a need that a colleague raised meanwhile stays raised, whether the screen has heard of it or not', () => {
  const opened = notEdited(stateOf(...two).needs)
  const mine = { ...opened, rows: [...opened.rows, added] }
  const now = stateOf(...two, raised)
  for (const edited of [mine, rebased(mine, now.needs)])
    expect(factsOf(now, edited)).toEqual([{ type: 'need.added', data: { ...plainNeed(), needId: 'n9' } }])
  expect(rebased(mine, now.needs).rows.map(({ quantity }) => quantity)).toEqual([5, 1, 1])
})

test('two who change different things of one need both get them', () => {
  const mine = write(notEdited(stateOf(...two).needs), 'n1', { vehicle: 'car' })
  const now = stateOf(...two, raised)
  expect(changedRows(rebased(mine, now.needs))).toMatchObject([{ needId: 'n1', vehicle: 'car', quantity: 5 }])
})

test('what was written here stands against what came', () => {
  const mine = write(notEdited(stateOf(...two).needs), 'n1', { quantity: 3 })
  const once = rebased(mine, stateOf(...two, raised).needs)
  expect(changedRows(rebased(once, stateOf(...two, raised).needs))).toMatchObject([{ quantity: 3 }])
})

test('a row whose need was dropped meanwhile is told and not sent; one that nobody wrote on goes with it', () => {
  const opened = notEdited(stateOf(...two).needs)
  const now = stateOf(...two, dropped).needs
  expect(rebased(opened, now).rows.map(({ needId }) => needId)).toEqual(['n2'])
  const mine = rebased(write(opened, 'n1', { quantity: 3 }), now)
  expect(mine.rows).toMatchObject([{ needId: 'n2' }, { needId: 'n1', quantity: 3, gone: true }])
  expect(rebased(mine, now).rows).toEqual(mine.rows)
  expect(changedRows(mine)).toEqual([])
})

test('nothing is sent where nothing was written, and a need that a colleague added is shown', () => {
  const opened = notEdited(stateOf(needed('n1', 2)).needs)
  expect(changedRows(opened)).toEqual([])
  expect(rebased(opened, stateOf(...two).needs).rows.map(({ needId }) => needId)).toEqual(['n1', 'n2'])
})
