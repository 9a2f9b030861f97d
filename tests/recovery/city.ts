import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { startCity, type City, type CityOptions } from '../../local/city/city.ts'
import { signIn, until, type Client } from '../world/client.ts'

/** A whole city of separate processes with servers of its own, which a test may kill. */
export interface TestCity extends City {
  dataDir: string
  operator: Client
  logOf: (name: 'api' | 'worker') => Promise<string>
  /** Looks at the database from outside. */
  look: <T>(read: (connection: mongoose.Connection) => Promise<T>) => Promise<T>
  end: () => Promise<void>
}

export const openCity = async (options: Partial<CityOptions> = {}): Promise<TestCity> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'top-ranger-city-'))
  const city = await startCity({ dataDir, volunteers: 20, note: () => undefined, ...options })
  await until('everybody on duty', async () => {
    const report = (await (await fetch(`${city.simulatorUrl}/report`)).json()) as { announced: boolean }
    return report.announced
  })
  return Object.defineProperties(
    {
      dataDir,
      operator: await signInAs(city, 'operator'),
      logOf: (name: 'api' | 'worker') => readFile(join(dataDir, `${name}.log`), 'utf8'),
      look: async <T>(read: (connection: mongoose.Connection) => Promise<T>): Promise<T> => {
        const connection = await mongoose.createConnection(city.mongoUri).asPromise()
        try {
          return await read(connection)
        } finally {
          await connection.close()
        }
      },
      end: async () => {
        await city.stop()
        await rm(dataDir, { recursive: true, force: true })
      },
    },
    Object.getOwnPropertyDescriptors(city),
  ) as TestCity
}

export const signInAs = async (city: City, role: string): Promise<Client> => {
  const user = city.signIns.find((candidate) => candidate.role === role)
  if (!user) throw new Error(`no ${role} was seeded`)
  return signIn(city.apiUrl, user.login, user.password)
}

/** A report at Oebufu, ready to be filed. */
export const aReport = (description = 'Genangan setinggi lutut di jalan utama.') => ({
  hazard: 'banjir',
  severity: 'tinggi',
  place: { lat: -10.1702, lng: 123.6268, kelurahan: 'Oebufu' },
  description,
  verified: true,
})

/** Files an incident that asks for `quantity` volunteers, and starts the search. Returns its id. */
export const anAskingIncident = async (operator: Client, quantity = 2): Promise<string> => {
  const { incident } = await operator.call('reportIncident', { body: aReport() })
  const params = { id: incident.id }
  await operator.call('setNeeds', { params, body: { needs: [{ task: 'pantau', quantity }] } })
  await operator.call('dispatchIncident', { params, body: {} })
  return incident.id
}
