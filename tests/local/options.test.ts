import { describe, expect, it } from 'vitest'
import { startOptions, usage } from '../../local/options.ts'
import { dayOf, playedBy } from '../../local/played.ts'
import { scenarioNames } from '../../local/scenario/scenarios/all.ts'
import { simulatorConfig } from '../../local/simulator/config.ts'
import { scenarioConfig } from '../../local/scenario/config.ts'

describe('the command line of npm start', () => {
  it('without words: no scenario, sixty volunteers', () => {
    expect(startOptions([])).toEqual({
      reset: false,
      help: false,
      scenario: null,
      speed: null,
      seed: 1,
      port: 8080,
      volunteers: 60,
    })
  })

  it.each([
    ['quiet', 1, 60],
    ['wet-day', 10, 120],
    ['seroja', 10, 300],
  ] as const)('%s has a speed and a crew of its own', (scenario, speed, volunteers) => {
    expect(startOptions(['--scenario', scenario])).toMatchObject({ scenario, speed, volunteers })
  })

  it('what is said counts', () => {
    const args = ['--scenario', 'seroja', '--speed', '60', '--seed', '7', '--volunteers', '20']
    expect(startOptions(args)).toMatchObject({ speed: 60, seed: 7, volunteers: 20 })
    expect(startOptions(['--speed', '2'])).toMatchObject({ scenario: null, speed: 2 })
  })

  it.each([
    [['--scenario', 'picnic'], /--scenario wants one of quiet, wet-day, seroja, not "picnic"/],
    [['--speed', '0'], /--speed wants a whole number from 1 to 1000/],
    [['--speed', 'fast'], /--speed/],
    [['--seed', 'x'], /--seed/],
    [['--port', '0'], /--port/],
  ])('refuses %j in a plain sentence', (args, sentence) => {
    expect(() => startOptions(args)).toThrow(sentence)
  })

  it('its help names every scenario and every word', () => {
    for (const word of [
      ...scenarioNames,
      '--scenario',
      '--speed',
      '--seed',
      '--port',
      '--volunteers',
      '--reset',
    ])
      expect(usage).toContain(word)
  })
})

describe('what is played', () => {
  const simulated = {
    SIM_API_URL: 'http://127.0.0.1:8080',
    SIM_PARTNER_REF: 'ojek-contoh',
    SIM_SECRET_OUT: 'whsec_dGhlaXJzdGhlaXJzdGhlaXJzdGhlaXJzdGhlaXJz',
    SIM_SECRET_IN: 'whsec_b3Vyc291cnNvdXJzb3Vyc291cnNvdXJzb3Vycw==',
    SIM_ROSTER: 'roster.json',
  }
  const called = {
    SCENARIO_API_URL: 'http://127.0.0.1:8080',
    SCENARIO_LOGIN: 'operator',
    SCENARIO_PASSWORD: 'x',
  }

  it.each(scenarioNames)('%s: both processes take their environment, at one speed', (scenario) => {
    const options = startOptions(['--scenario', scenario, '--speed', '30', '--seed', '5'])
    const played = playedBy(options)
    const { settings } = simulatorConfig({ ...simulated, ...played.simulator })
    const { name, speed, seed } = scenarioConfig({ ...called, ...played.scenario })
    expect({ name, speed, seed }).toEqual({ name: scenario, speed: 30, seed: 5 })
    expect(settings).toMatchObject({ speed: 30, seed: 5 })
    expect(settings.day.messagePct).toBeGreaterThan(0)
    expect(dayOf(options)).toContain(`${scenario} at 30 times life, seed 5`)
  })

  it('nothing without a scenario: the simulator lives a calm day', () => {
    const played = playedBy(startOptions([]))
    expect(played.scenario).toBeUndefined()
    const { settings } = simulatorConfig({ ...simulated, ...played.simulator })
    expect(settings).toEqual(simulatorConfig(simulated).settings)
    expect(dayOf(startOptions([]))).toBeNull()
  })
})

describe('the environment of the scenario', () => {
  it('names every mistake at once', () => {
    expect(() => scenarioConfig({ SCENARIO_NAME: 'picnic', SCENARIO_SPEED: '0' })).toThrow(
      /SCENARIO_API_URL[\s\S]*SCENARIO_NAME[\s\S]*SCENARIO_SPEED[\s\S]*SCENARIO_PASSWORD/,
    )
  })
})
