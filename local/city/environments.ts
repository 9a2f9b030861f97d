import { join } from 'node:path'
import { dashboardDir } from '../build.ts'
import { SIMULATED_PARTNER } from '../seed/kupang.ts'
import type { LocalSecrets } from '../seed/sign-ins.ts'
import type { CityOptions } from './city.ts'
import type { CityServers } from './servers.ts'

export interface CityPlace {
  dataDir: string
  secrets: LocalSecrets
  servers: CityServers
  port: number
  simulatorPort: number
}

/** Whoever is on call in a local city; nobody's number. */
const ON_CALL = '+6281200000099'

export const rosterFile = (dataDir: string): string => join(dataDir, 'roster.json')

/** The environment of each process of a local city: the same variables as a real installation, with local values. */
export const environments = (place: CityPlace, options: CityOptions) => {
  const { dataDir, secrets, servers, port, simulatorPort } = place
  const apiUrl = `http://127.0.0.1:${port}`
  const shared = {
    MONGODB_URI: servers.mongoUri,
    REDIS_URL: servers.redisUrl,
    SERVER_KEY: secrets.serverKey,
    LOCAL_MODE: 'true',
    PUBLIC_URL: apiUrl,
    LOG_LEVEL: 'info',
  }
  // The simulator is the text-message gateway too.
  const sms = { SMS_URL: `http://127.0.0.1:${simulatorPort}/sms` }
  return {
    api: {
      ...shared,
      HOST: '127.0.0.1',
      PORT: String(port),
      JWT_SECRET: secrets.jwtSecret,
      DASHBOARD_DIR: dashboardDir,
      ANCHOR_FILE: join(dataDir, 'anchor.log'),
      ...sms,
      ...options.map,
    },
    worker: { ...shared, ...sms, ANCHOR_FILE: join(dataDir, 'anchor.log') },
    watch: { ...shared, ...sms, ALARM_TO: ON_CALL, API_URLS: apiUrl },
    simulator: {
      SIM_API_URL: apiUrl,
      SIM_PORT: String(simulatorPort),
      SIM_PARTNER_REF: SIMULATED_PARTNER,
      SIM_SECRET_OUT: secrets.partnerIn,
      SIM_SECRET_IN: secrets.partnerOut,
      SIM_ROSTER: rosterFile(dataDir),
      ...options.simulator,
    },
    scenario: {
      SCENARIO_API_URL: apiUrl,
      SCENARIO_LOGIN: 'operator',
      SCENARIO_PASSWORD: secrets.passwords.operator ?? '',
      ...options.scenario,
    },
  }
}
