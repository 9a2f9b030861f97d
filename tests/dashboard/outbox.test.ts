import { expect, test } from 'vitest'
import { ProblemError, UnreachableError } from '../../dashboard/src/api/problem.ts'
import { createOutbox } from '../../dashboard/src/panels/photos/outbox.ts'

interface Sent {
  incidentId: string
  name: string
  key: string
}

const photo = (name: string): File => new File([name], name, { type: 'image/jpeg' })
const refused = new ProblemError({
  type: 'about:blank',
  title: 'Isian tidak sesuai.',
  titleEn: 'Wrong input.',
  status: 400,
  code: 'invalid',
  id: 'req_1',
})

/** An outbox whose server answers what is in `answers`, one after the other, and yes when none is left. */
const outbox = (...answers: (Error | null)[]) => {
  const sent: Sent[] = []
  let keys = 0
  const box = createOutbox({
    newKey: () => `key-${String((keys += 1))}`,
    shrink: async (file) => new Uint8Array(await file.arrayBuffer()),
    send: async (incidentId, bytes, key) => {
      await Promise.resolve()
      sent.push({ incidentId, name: new TextDecoder().decode(bytes), key })
      const error = answers.shift() ?? null
      if (error !== null) throw error
    },
  })
  const states = () => box.photos().map(({ file, state }) => `${file.name} ${state}`)
  const isAtRest = () =>
    box.photos().every(({ state, incidentId }) => state === 'failed' || incidentId === null)
  const rest = () => expect.poll(isAtRest, { timeout: 20_000, interval: 5 }).toBe(true)
  return { box, sent, states, rest }
}

test('photos leave the outbox one by one, as the server confirms them', async () => {
  const { box, sent, states, rest } = outbox()
  const seen: string[][] = []
  box.subscribe(() => seen.push(states()))
  box.add([photo('a'), photo('b')], 'inc_1')
  await rest()
  expect(sent.map(({ incidentId, name }) => [incidentId, name])).toEqual([
    ['inc_1', 'a'],
    ['inc_1', 'b'],
  ])
  expect(seen).toContainEqual(['a sending', 'b waiting'])
  expect(seen).not.toContainEqual(['a sending', 'b sending'])
  expect(box.photos()).toEqual([])
})

test('photos of a report wait until it is saved', async () => {
  const { box, sent, states, rest } = outbox()
  box.add([photo('a')], null)
  box.add([photo('b')], 'inc_2')
  await rest()
  expect([states(), sent.map(({ name }) => name)]).toEqual([['a waiting'], ['b']])
  box.reported('inc_1')
  // Told twice: by the step that saved it, and at the end.
  box.reported('inc_1')
  await rest()
  expect(sent.map(({ incidentId, name }) => [incidentId, name])).toEqual([
    ['inc_2', 'b'],
    ['inc_1', 'a'],
  ])
})

test('one that fails holds up no other, and is sent again under its key while nobody knows whether it came', async () => {
  const { box, sent, states, rest } = outbox(new UnreachableError(new Error('cut')))
  box.add([photo('a'), photo('b')], 'inc_1')
  await rest()
  expect(states()).toEqual(['a failed'])
  expect(box.photos()[0]?.error).toBeInstanceOf(UnreachableError)
  box.again()
  await rest()
  const [first, , third] = sent
  expect(sent.map(({ name }) => name)).toEqual(['a', 'b', 'a'])
  expect(third?.key).toBe(first?.key)
  expect(box.photos()).toEqual([])
})

test('what the server has refused is sent again as a new action', async () => {
  const { box, sent, rest } = outbox(refused)
  box.add([photo('a')], 'inc_1')
  await rest()
  box.again()
  await rest()
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2)
})

test('a photo may be taken out, but not while it is on its way; a report thrown away takes its own with it', async () => {
  const { box, states, rest } = outbox(refused)
  box.add([photo('a')], 'inc_1')
  const [sending] = box.photos()
  expect(sending?.state).toBe('sending')
  box.remove(sending?.id ?? '')
  await rest()
  expect(states()).toEqual(['a failed'])
  box.add([photo('b'), photo('c')], null)
  box.discard()
  expect(states()).toEqual(['a failed'])
  box.remove(sending?.id ?? '')
  expect(box.photos()).toEqual([])
})
