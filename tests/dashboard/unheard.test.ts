import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { ProblemError, UnreachableError } from '../../dashboard/src/api/problem.ts'
import { actName } from '../../dashboard/src/panels/unheard/names.ts'
import { unheardSaying } from '../../dashboard/src/panels/unheard/saying.ts'
import { watchUnheard, type Unheard } from '../../dashboard/src/panels/unheard/watch.ts'
import { id as words } from '../../dashboard/src/text/id.ts'

const refusal = new Error('refused')

const unanswered = (): void => undefined

/** A press on a button of an incident's file; the answer comes when the test says so. */
const press = () => {
  const queries = new QueryClient()
  const heard: Unheard[] = []
  watchUnheard(queries.getMutationCache(), (unheard) => heard.push(unheard))
  let answer: (error: Error | null) => void = unanswered
  const button = new MutationObserver<null, Error, { params: { id: string } }>(queries, {
    meta: { act: 'verifyIncident' },
    mutationFn: () =>
      new Promise((resolve, reject) => {
        answer = (error) => (error === null ? resolve(null) : reject(error))
      }),
  })
  const leave = button.subscribe(() => undefined)
  const ended = button.mutate({ params: { id: 'inc_1' } }).catch(() => null)
  return {
    heard,
    leave,
    answered: async (error: Error | null) => {
      // The call begins a turn later than the press.
      await Promise.resolve()
      answer(error)
      await ended
    },
  }
}

test('an action that fails after its button is gone is told, with its incident', async () => {
  const { heard, leave, answered } = press()
  leave()
  await answered(refusal)
  expect(heard).toEqual([
    { id: expect.any(Number), act: 'verifyIncident', incidentId: 'inc_1', error: refusal },
  ])
  expect(actName(words, heard[0]?.act ?? null)).toBe(words.incident.actions.verify)
})

test('while its button is there, the place of the button shows the error', async () => {
  const { heard, answered } = press()
  await answered(refusal)
  expect(heard).toEqual([])
})

test('what was done is not told, however late', async () => {
  const { heard, leave, answered } = press()
  leave()
  await answered(null)
  expect(heard).toEqual([])
})

test('an action without a name on a button is told all the same', () => {
  expect(actName(words, 'drawZone')).toBe(words.unheard.act)
  expect(actName(words, null)).toBe(words.unheard.act)
})

const problem = (status: number) =>
  new ProblemError({
    type: 'about:blank',
    title: 'Sudah ditutup.',
    titleEn: 'It is closed.',
    status,
    code: 'closed_incident',
    id: 'prb_1',
  })

test.each([
  ['a refusal', problem(409), 'Verifikasi gagal, KJ-1.', 'Sudah ditutup. Tidak ada yang tersimpan.'],
  [
    'no answer',
    new UnreachableError(new Error('down')),
    'Verifikasi, KJ-1: belum diketahui apakah tersimpan.',
    'Server tidak menjawab; periksa sebelum mengulang.',
  ],
  [
    'a server that broke',
    problem(500),
    'Verifikasi, KJ-1: belum diketahui apakah tersimpan.',
    'Sudah ditutup. Periksa sebelum mengulang.',
  ],
  [
    'a fault of this screen',
    new Error('broken'),
    'Verifikasi, KJ-1: belum diketahui apakah tersimpan.',
    'Terjadi galat di layar ini. Muat ulang, lalu periksa.',
  ],
])('%s is said to be what it is', (_, error, what, why) => {
  expect(unheardSaying({ act: 'verifyIncident', error }, 'KJ-1', words, 'id')).toEqual({ what, why })
})
