import { expect, test } from 'vitest'
import { hazards, NeedVehicle, Skill, TaskType } from '#contracts/domain/words.ts'
import { routes } from '#contracts/wire/routes/all.ts'
import { firstProcedure } from '#contracts/domain/procedure/defaults.ts'

const needsTemplates = firstProcedure.needs

test('every hazard has a template that the contract accepts', () => {
  expect(Object.keys(needsTemplates).sort()).toEqual([...hazards].sort())
  for (const [hazard, needs] of Object.entries(needsTemplates)) {
    expect(routes.setNeeds.body.safeParse({ needs }).success, hazard).toBe(true)
    for (const { task, vehicle, skill } of needs) {
      expect(TaskType.options).toContain(task)
      expect(NeedVehicle.options).toContain(vehicle)
      expect(skill === null || Skill.options.includes(skill), hazard).toBe(true)
    }
  }
})

test.each(['kebakaran_permukiman', 'kebakaran_lahan', 'laka_laut', 'gempa_bumi'] as const)(
  'no volunteer is asked to evacuate people out of %s',
  (hazard) => {
    expect(needsTemplates[hazard].map(({ task }) => task)).not.toContain('evakuasi_ringan')
  },
)
