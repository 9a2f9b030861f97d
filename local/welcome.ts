import { sandboxFile } from './seed/sandbox.ts'
import type { City } from './city/city.ts'

export interface Arrival {
  seconds: number
  dataDir: string
  /** The day that is played, or null. */
  day: string | null
}

/** What a newcomer reads when everything is up. */
export const welcome = (city: City, { seconds, dataDir, day }: Arrival): string => {
  const rows = city.signIns.map(({ login, password }) => `    ${login.padEnd(14)} ${password}`)
  return [
    '',
    `Top Ranger is ready after ${seconds} s:  ${city.apiUrl}`,
    '',
    '  Sign in (sample people of this machine only):',
    ...rows,
    '',
    `  API         ${city.apiUrl}/api/docs`,
    `  Simulator   ${city.simulatorUrl}/report   (an invented partner: some decline, some are late, some stay silent)`,
    `  Volunteers  ${city.apiUrl}/siaga   (sign in as +62 812 0000 0005; the text messages: ${city.simulatorUrl}/sms)`,
    `  Sandbox     . ${sandboxFile(dataDir)}   (keys of a partner to try with: docs/partner-guide.md)`,
    ...(day === null ? [] : [`  Scenario    ${day}`]),
    `  Data, logs  ${dataDir}`,
    '  Ctrl-C stops everything; the data stays. Start anew with: npm start -- --reset',
    '',
  ].join('\n')
}
