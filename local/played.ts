import type { CityOptions } from './city/city.ts'
import type { StartOptions } from './options.ts'
import { scenarios } from './scenario/scenarios/all.ts'

/** How the command line has the simulator live and the scenario go. */
export const playedBy = ({
  scenario,
  speed,
  seed,
}: Pick<StartOptions, 'scenario' | 'speed' | 'seed'>): Pick<CityOptions, 'simulator' | 'scenario'> => {
  const people = {
    SIM_SEED: String(seed),
    ...(speed === null ? {} : { SIM_SPEED: String(speed) }),
    ...(scenario === null ? {} : scenarios[scenario].people),
  }
  if (scenario === null) return { simulator: people }
  return {
    simulator: people,
    scenario: {
      SCENARIO_NAME: scenario,
      SCENARIO_SPEED: String(speed ?? scenarios[scenario].speed),
      SCENARIO_SEED: String(seed),
    },
  }
}

/** One line for whoever watches: another run with the same words is the same day. */
export const dayOf = ({
  scenario,
  speed,
  seed,
}: Pick<StartOptions, 'scenario' | 'speed' | 'seed'>): string | null =>
  scenario === null
    ? null
    : `${scenario} at ${speed ?? scenarios[scenario].speed} times life, seed ${seed}: ${scenarios[scenario].title}`
