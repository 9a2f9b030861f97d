import { expect, it } from 'vitest'
import { claimPort } from '../../local/servers/port.ts'

it('gives no port twice, though nobody listens at any of them yet', async () => {
  const ports: number[] = []
  for (let nth = 0; nth < 400; nth += 1) ports.push(await claimPort())
  expect(new Set(ports).size).toBe(400)
})
