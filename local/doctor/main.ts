import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cityConfig } from '../config.ts'
import { runningCity } from '../running.ts'
import { checkDisk, checkMongo, checkRedis, type Finding } from './checks.ts'

/** `npm run doctor`: looks at the servers named by the environment, or at the local city that runs now. */
const main = async (): Promise<void> => {
  const config = cityConfig()
  const city = await runningCity(config.dataDir)
  const mongoUri = config.mongoUri ?? city?.mongoUri ?? null
  const redisUrl = config.redisUrl ?? city?.redisUrl ?? null
  if (mongoUri === null || redisUrl === null) {
    console.error('Nothing to look at: no local city runs, and MONGODB_URI and REDIS_URL are not both set.')
    process.exitCode = 2
    return
  }
  const ofCity = city === null ? null : join(config.dataDir, 'anchor.log')
  const findings: Finding[] = [
    ...(await checkMongo(mongoUri, config.anchorFile ?? ofCity)),
    await checkRedis(redisUrl),
    await checkDisk(existsSync(config.dataDir) ? config.dataDir : '.'),
  ]
  for (const { what, ok, found, way } of findings) {
    console.log(`${ok ? 'ok  ' : 'BAD '} ${what.padEnd(8)} ${found}`)
    if (!ok && way !== undefined) console.log(`             way out: ${way}`)
  }
  process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
