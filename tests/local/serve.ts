// A program that starts both servers in the folder named and tells their pids, to be killed by a test.
import { join } from 'node:path'
import { startMongo } from '../../local/servers/mongo.ts'
import { startRedis } from '../../local/servers/redis.ts'

const folder = process.argv[2] ?? ''
const note = () => {}
const mongo = await startMongo({ dataDir: join(folder, 'mongo'), note })
const redis = await startRedis({ dataDir: join(folder, 'redis'), note })
console.log(JSON.stringify([mongo.pid, redis.pid]))
setInterval(() => {}, 60_000)
