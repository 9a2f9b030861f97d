import { expect, test } from 'vitest'
import { routes } from '#contracts/wire/routes/all.ts'
import { addresses } from '../../dashboard/src/api/addresses.ts'

test('the table of addresses says what the contract says', () => {
  const agreed = Object.fromEntries(
    Object.entries(routes).map(([name, { method, path }]) => [name, [method, path]]),
  )
  expect(addresses).toEqual(agreed)
})
