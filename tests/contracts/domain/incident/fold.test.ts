import { describe, expect, test } from 'vitest'
import { evolveIncident } from '#contracts/domain/incident/evolve.ts'
import type { IncidentFact } from '#contracts/domain/incident/facts.ts'
import { MAX_ASKED } from '#contracts/domain/incident/words.ts'
import { at, minutes } from '../scenario.ts'
import { after, birth, fold } from './given.ts'
import { accepted, declined, dispatching, offered, oneOut, reported, verified } from './story.ts'

describe('folding', () => {
  test('facts before the birth bring nothing to life', () => {
    expect(fold([verified, ...dispatching().slice(1)])).toBeNull()
  })

  test('a fact of a newer release changes nothing', () => {
    const newer: IncidentFact = JSON.parse(
      '{"type":"incident.painted","data":{},"at":"2027-01-01T00:00:00.000Z"}',
    )
    const state = after(...oneOut(1))
    expect(evolveIncident(state, newer, birth)).toBe(state)
    expect(evolveIncident(null, newer, birth)).toBeNull()
  })

  test('a field of a newer release does not disturb', () => {
    const newer: IncidentFact = JSON.parse(
      '{"type":"incident.verified","data":{"note":null,"mood":"good"},"at":"2027-01-01T00:00:00.000Z"}',
    )
    expect(evolveIncident(after(reported()), newer, birth)).toMatchObject({ status: 'verified' })
  })

  test('each fact moves the moment of the last change', () => {
    expect(after(reported(), at(minutes(3), verified)).changedAt).toBe(minutes(3))
  })

  test('in two parts it gives the same as in one', () => {
    const facts = oneOut(2)
    for (let cut = 1; cut < facts.length; cut += 1)
      expect(fold(facts.slice(cut), after(...facts.slice(0, cut)))).toEqual(after(...facts))
  })
})

test('the memory of askings is bounded: the oldest without a yes goes, every yes and open offer stays', () => {
  const facts = ['v1', 'v2', 'v3', 'v4'].map((id) => offered(id))
  const state = after(...dispatching(3), ...facts, accepted('v2'), declined('v3'), declined('v4'))
  const noes = Array.from({ length: MAX_ASKED - 4 }, () => state.asked.slice(3)).flat()
  const askedWith = (known: typeof noes) =>
    fold([offered('v5')], { ...state, asked: [...state.asked, ...known] })?.asked ?? []
  expect(askedWith(noes.slice(1))[2]?.volunteerId).toBe('v3')
  expect(askedWith(noes.slice(1))).toHaveLength(MAX_ASKED)
  const asked = askedWith(noes)
  expect(asked).toHaveLength(MAX_ASKED)
  expect(asked.slice(0, 3).map(({ volunteerId }) => volunteerId)).toEqual(['v1', 'v2', 'v4'])
  expect(asked.at(-1)?.volunteerId).toBe('v5')
})
