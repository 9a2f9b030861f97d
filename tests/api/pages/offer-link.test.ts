import { expect, it } from 'vitest'
import { taskToken, offerOfToken } from '#contracts/runtime/task-link.ts'

const KEY = 'a-key-of-the-server-with-32-characters'

it('finds its offer again, and no other', () => {
  const token = taskToken(KEY, 'of_01m80pbhzzqmvqx5jc3g8n')
  expect(token).toMatch(/^[0-9a-z]+-[0-9a-z]{16}$/)
  expect(offerOfToken(KEY, token)).toBe('of_01m80pbhzzqmvqx5jc3g8n')
  expect(offerOfToken(`${KEY}!`, token)).toBeNull()
  expect(offerOfToken(KEY, token.replace('01m8', '01m9'))).toBeNull()
  for (const wrong of ['', '-', 'x-y', `${token}0`, token.toUpperCase(), `../${token}`])
    expect(offerOfToken(KEY, wrong)).toBeNull()
})

it('makes tokens of offers only', () => {
  expect(() => taskToken(KEY, 'as_01m80')).toThrow(TypeError)
})
