import type { Scenario } from '../scenario.ts'
import { quiet } from './quiet.ts'
import { seroja } from './seroja.ts'
import { wetDay } from './wet-day.ts'

export const scenarioNames = ['quiet', 'wet-day', 'seroja'] as const
export type ScenarioName = (typeof scenarioNames)[number]

/** By the name on the command line. */
export const scenarios = { quiet, 'wet-day': wetDay, seroja } as const satisfies Record<
  ScenarioName,
  Scenario
>
