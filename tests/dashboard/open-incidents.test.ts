import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { Api } from '../../dashboard/src/api/client.ts'
import { keys } from '../../dashboard/src/api/keys.ts'
import { readOpenIncidents } from '../../dashboard/src/api/read-open-incidents.ts'
import type { Answer, Input } from '../../dashboard/src/api/types.ts'
import { summary } from './a-summary.ts'

type List = Answer<'listIncidents'>
const newestFirst = Array.from({ length: 450 }, (_, index) => summary(`inc_${String(9000 - index)}`))

/** A server with so many open incidents that it takes three pages to tell of them. */
const api = (beforeEachPage = (): void => undefined): Api => ({
  call: async (_name, input) => {
    await Promise.resolve()
    beforeEachPage()
    const { limit = 0, before } = (input as Input<'listIncidents'>).query
    const left = newestFirst.filter(({ id }) => before === undefined || id < before)
    const incidents = left.slice(0, limit)
    const next = left.length > limit ? (incidents.at(-1)?.id ?? null) : null
    return { incidents, next } as never
  },
})
const { signal } = new AbortController()

test('no open incident is left out, however many there are', async () => {
  const { incidents, next } = await readOpenIncidents(api(), new QueryClient(), signal)
  expect(incidents.map(({ id }) => id)).toEqual(newestFirst.map(({ id }) => id))
  expect(next).toBeNull()
})

test('what the live view tells while the list is read is not overwritten by it', async () => {
  const queries = new QueryClient()
  queries.setQueryData<List>(keys.openIncidents, { incidents: newestFirst, next: null })
  expect((await readOpenIncidents(api(), queries, signal)).incidents).toHaveLength(450)
  const told: List = { incidents: [summary('inc_9001'), ...newestFirst], next: null }
  const read = await readOpenIncidents(
    api(() => void queries.setQueryData<List>(keys.openIncidents, told)),
    queries,
    signal,
  )
  expect(read.incidents[0]?.id).toBe('inc_9001')
})
