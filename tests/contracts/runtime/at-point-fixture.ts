// A program that comes to its point twice and must not live to see the third line.
import { writeSync } from 'node:fs'
import { stopAtPoint } from '#contracts/runtime/at-point.ts'

const atPoint = stopAtPoint<'written' | 'other'>({ point: 'written', after: 2 })
for (const point of ['other', 'written', 'written'] as const) {
  await atPoint(point)
  writeSync(1, `${point}\n`)
}
