import { describe, expect, it } from 'vitest'
import { evolveIncident } from '#contracts/domain/incident/evolve.ts'
import { nextDueOf } from '#contracts/domain/incident/due.ts'
import { changeProcedure } from '#contracts/domain/procedure/commands.ts'
import { firstProcedure } from '#contracts/domain/procedure/defaults.ts'
import {
  evolveProcedure,
  procedureFacts,
  procedureOf,
  type Procedure,
  type ProcedureFactBody,
} from '#contracts/domain/procedure/procedure.ts'
import { ProcedureSettings, type ProcedureWish } from '#contracts/domain/procedure/settings.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { defaultSla } from '#contracts/domain/sla.ts'
import { hazards } from '#contracts/domain/words.ts'
import { at, minutes, T0 } from '../scenario.ts'
import { reported } from '../incident/story.ts'

const birth = { id: 'prc_5371', agencyId: '5371' }
const by = { kind: 'user', id: 'usr_1' } as const
const reason = { textId: 'txt_1', digest: 'd' }

const factsOf = (state: Procedure | null, expected: number, change: ProcedureWish) =>
  changeProcedure(state, { expected, change, reason })
const changed = (state: Procedure | null, expected: number, change: ProcedureWish): Procedure | null =>
  factsOf(state, expected, change).reduce<Procedure | null>(
    (folded, body) => evolveProcedure(folded, { ...body, at: T0, by }, birth),
    state,
  )

const codeOf = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
}

describe('the procedure of an agency', () => {
  it('begins with deadlines and rows for every hazard, all within their limits', () => {
    expect(ProcedureSettings.parse(firstProcedure)).toEqual(firstProcedure)
    expect(Object.keys(firstProcedure.needs).sort()).toEqual([...hazards].sort())
    expect(procedureOf(null)).toEqual(firstProcedure)
  })

  it('changes deadlines and rows by themselves, says from what to what, and keeps the rest', () => {
    const rows = [{ task: 'pantau', vehicle: 'car', skill: null, quantity: 4 } as const]
    const facts = factsOf(null, 1, {
      sla: { verifyS: 120, acceptS: defaultSla.acceptS },
      needs: { banjir: [...rows] },
    })
    expect(facts.map(({ type }) => type)).toEqual(['procedure.adopted', 'procedure.changed'])
    expect(facts[1]?.data).toEqual({
      number: 2,
      reason,
      differences: [
        { field: 'needs.banjir', from: firstProcedure.needs.banjir, to: rows },
        { field: 'sla.verifyS', from: 300, to: 120 },
      ],
    })
    for (const { type, data } of facts) expect(procedureFacts[type].parse(data)).toEqual(data)
    const state = changed(null, 1, { sla: { verifyS: 120 }, needs: { banjir: [...rows] } })
    expect(state).toMatchObject({ number: 2, changedAt: T0, changedBy: by })
    expect(procedureOf(state)).toEqual({
      sla: { ...defaultSla, verifyS: 120 },
      needs: { ...firstProcedure.needs, banjir: rows },
    })
  })

  it('refuses a change thought of for another one, and one that changes nothing', () => {
    const state = changed(null, 1, { sla: { trcS: 1800 } })
    expect(codeOf(() => changed(state, 1, { sla: { trcS: 900 } }))).toBe('outdated')
    expect(codeOf(() => changed(state, 2, { sla: { trcS: 1800 } }))).toBe('nothing_to_change')
  })

  it('passes over facts and fields of a newer release', () => {
    const state = changed(null, 1, { sla: { trcS: 1800 } })
    const newer = { type: 'procedure.praised', data: {}, at: T0, by } as never
    expect(evolveProcedure(state, newer, birth)).toBe(state)
    const field = {
      type: 'procedure.changed',
      data: { number: 3, differences: [{ field: 'colours.red', to: 1 }], reason },
    } satisfies ProcedureFactBody
    const after = evolveProcedure(state, { ...field, at: T0, by }, birth)
    expect(after?.settings).toEqual(state?.settings)
  })
})

const bornWith = (over: Parameters<typeof reported>[0]) => {
  const incident = evolveIncident(null, at(T0, reported(over)), { id: 'inc_1', agencyId: '5371' })
  if (incident === null) throw new Error('not born')
  return incident
}

describe('the deadlines of an incident', () => {
  it('are those it was reported under; a fact of an older release has none and goes by the platform', () => {
    expect(nextDueOf(bornWith({}), defaultSla)).toBe(minutes(5))
    expect(bornWith({})).not.toHaveProperty('sla')
    expect(nextDueOf(bornWith({ sla: { ...defaultSla, verifyS: 120 } }), defaultSla)).toBe(minutes(2))
  })
})
