import { mkdir, rm } from 'node:fs/promises'
import { startCity } from './city/city.ts'
import { cityConfig } from './config.ts'
import { startOptions, usage } from './options.ts'
import { dayOf, playedBy } from './played.ts'
import { markRunning, runningCity, unmarkRunning } from './running.ts'
import { welcome } from './welcome.ts'

const note = (line: string): void => console.log(`  ${line}`)

/** `npm start`: Kota Kupang on this machine. */
const main = async (): Promise<void> => {
  const options = startOptions(process.argv.slice(2))
  if (options.help) return console.log(usage)
  const { dataDir, map } = cityConfig()
  const other = await runningCity(dataDir)
  if (other !== null) {
    console.error(`Top Ranger is running already: ${other.url} (process ${other.pid}).`)
    console.error('Stop it with Ctrl-C where it was started, or use another data folder: TOP_RANGER_DATA=…')
    process.exitCode = 1
    return
  }
  if (options.reset) {
    await rm(dataDir, { recursive: true, force: true })
    console.log('All data of the local city is forgotten.')
  }
  const startedAt = performance.now()
  await mkdir(dataDir, { recursive: true })
  const url = `http://127.0.0.1:${options.port}`
  await markRunning(dataDir, url, null)
  console.log('Starting Top Ranger …')
  try {
    const city = await startCity({
      dataDir,
      port: options.port,
      volunteers: options.volunteers,
      ...playedBy(options),
      map,
      servers: 'environment',
      revive: true,
      watch: true,
      note,
    })
    await markRunning(dataDir, url, city)
    const stop = async (): Promise<void> => {
      console.log('\nStopping: simulator, worker, api, servers …')
      await city.stop()
      await unmarkRunning(dataDir)
      console.log('Stopped. The data stays.')
      process.exit(0)
    }
    process.once('SIGINT', () => void stop())
    process.once('SIGTERM', () => void stop())
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    console.log(welcome(city, { seconds, dataDir, day: dayOf(options) }))
  } catch (error) {
    await unmarkRunning(dataDir)
    throw error
  }
}

main().catch((error: unknown) => {
  console.error(`\nTop Ranger did not start: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
})
