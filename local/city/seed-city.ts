import { writeFile } from 'node:fs/promises'
import { createClosers } from '#contracts/runtime/closers.ts'
import { createLogger } from '#contracts/runtime/log.ts'
import { openPlatform } from '#contracts/store/open.ts'
import { isMandiri, refOf, seedKupang } from '../seed/kupang.ts'
import type { SamplePerson } from '../seed/people.ts'
import { rosterFile, type CityPlace } from './environments.ts'

/** The same person as his platform knows him (local/simulator/roster). */
const rosterEntry = (person: SamplePerson) => ({
  volunteerRef: refOf(person),
  displayName: person.displayName,
  phone: person.phone,
  vehicle: { kind: person.vehicle, plate: person.plate },
  skills: person.skills,
  home: { lat: person.area.lat, lng: person.area.lng },
  duty: person.onDuty ? 'on' : 'off',
  declaredArea: person.area.name,
  positions: person.positions,
})

/** Seeds Kupang into the city's database and writes the roster of the simulated partner. Returns one line to show. */
export const seedCity = async (place: CityPlace & { volunteers: number }): Promise<string> => {
  const { dataDir, secrets, servers, simulatorPort, volunteers } = place
  const log = createLogger({ name: 'seed', level: 'warn' })
  const closers = createClosers({ log })
  try {
    const platform = await openPlatform({
      name: 'seed',
      mongoUri: servers.mongoUri,
      redisUrl: servers.redisUrl,
      redisPrefix: 'tr',
      serverKey: secrets.serverKey,
      log,
      closers,
    })
    const simulatorUrl = `http://127.0.0.1:${simulatorPort}/top-ranger/webhook`
    const people = await seedKupang(platform, { secrets, volunteers, simulatorUrl })
    const roster = people.filter((person) => !isMandiri(person))
    await writeFile(rosterFile(dataDir), JSON.stringify(roster.map(rosterEntry), null, 2))
    const declared = people.filter((person) => !person.positions).length
    return `Kota Kupang is seeded: 51 kelurahan, ${people.length} invented volunteers (${declared} with a declared area only).`
  } finally {
    await closers.closeAll()
  }
}
