import { expect, it } from 'vitest'
import { whySentence } from '#contracts/wire/labels/why.ts'
import { coarseDistance, coarseEtaS } from '#contracts/wire/coarse.ts'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import { travelS } from '#contracts/domain/whereabouts/travel.ts'

it('tells a distance in whole kilometres', () => {
  expect([0, 50, 999, 1000, 1499, 1500, 12_345].map((metres) => coarseDistance(metres))).toEqual([
    'kurang dari 1 km',
    'kurang dari 1 km',
    'kurang dari 1 km',
    'sekitar 1 km',
    'sekitar 1 km',
    'sekitar 2 km',
    'sekitar 12 km',
  ])
  expect([coarseDistance(400, 'en'), coarseDistance(2400, 'en')]).toEqual(['less than 1 km', 'about 2 km'])
})

it('tells the way in steps of two minutes, which are more than 500 m for every vehicle', () => {
  expect([0, 1, 120, 121, 599].map(coarseEtaS)).toEqual([120, 120, 120, 240, 600])
  for (const vehicle of ['motorcycle', 'car', 'pickup'] as const)
    expect(travelS(500, vehicle, defaultMatchPolicy)).toBeLessThan(120)
})

const said = (distanceM: number) =>
  whySentence({
    why: {
      distanceM,
      etaS: travelS(distanceM, 'motorcycle', defaultMatchPolicy),
      uncertaintyS: 0,
      parts: {},
    },
    position: { lat: 0, lng: 0, source: 'live', ageS: 5 },
    chosenBy: 'match',
  })

it('says the same to everybody who is as far away, to half a kilometre', () => {
  const near = Array.from({ length: 50 }, (_, i) => said(i * 10))
  expect(new Set(near).size).toBe(1)
  expect(near[0]).not.toMatch(/\d m\b/)
})
