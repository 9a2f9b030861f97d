import { expect, it } from 'vitest'
import { lawsIn, type Look } from '../../local/faults/planted/look.ts'
import { holds, isControl, sayGrown } from '../../local/faults/planted/planted.ts'

const look: Look = { by: 'oracle: nothing', caught: true, tookS: 90, cycles: 1, found: ['I6', 'I2'], isOver: true, said: 'BAD I6  fct_1  x', kept: '/kept/here' } // prettier-ignore
const grown = { name: 'a-bug', law: 'I4', bug: 'x', smoke: null, caught: true, looks: [look], tookS: 90, isGood: true } // prettier-ignore

it('says by which laws a bug was found, when its patch names another', () => {
  expect(lawsIn('   1  abc\n BAD I6  fct_1 \u001B[31mBAD I2\u001B[39m  x\n BAD I6  y')).toEqual(['I6', 'I2'])
  expect(sayGrown(grown)).toContain('[found as I6, I2, said to break I4]')
  expect(sayGrown(grown)).toContain('kept for a look: /kept/here')
  expect(sayGrown({ ...grown, law: 'I6' })).not.toContain('found as')
})

it('the tree in which nothing is planted holds only when cycles were played to their end and no law was broken', () => {
  expect(holds({ ...look, found: [] })).toBe(true)
  expect(holds({ ...look, found: ['I8'] })).toBe(true)
  expect(holds(look)).toBe(false)
  expect(holds({ ...look, found: [], cycles: 0 })).toBe(false)
  expect(holds({ ...look, found: [], isOver: false })).toBe(false)
  const control = { ...grown, name: 'nothing-planted', isGood: false }
  expect([isControl(grown), isControl(control)]).toEqual([false, true])
  expect(sayGrown(control)).toMatch(/^BROKEN/)
})
