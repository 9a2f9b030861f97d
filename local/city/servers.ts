import { join } from 'node:path'
import { startMongo, type MongoServer } from '../servers/mongo.ts'
import { startRedis, type RedisServer } from '../servers/redis.ts'
import { cityConfig } from '../config.ts'

export interface CityServers {
  mongoUri: string
  redisUrl: string
  /** Our own servers; absent when the environment names real ones. */
  mongo: MongoServer | null
  redis: RedisServer | null
  stop: () => Promise<void>
}

const DATABASE = 'top_ranger'

const withDatabase = (uri: string): string => {
  const url = new URL(uri)
  if (url.pathname === '' || url.pathname === '/') url.pathname = `/${DATABASE}`
  return url.toString()
}

/** MongoDB and Redis of this city: those named by MONGODB_URI and REDIS_URL if it may use them, else our own. */
export const startServers = async (
  dataDir: string,
  from: 'own' | 'environment',
  note: (line: string) => void,
): Promise<CityServers> => {
  const { mongoUri, redisUrl } = from === 'environment' ? cityConfig() : { mongoUri: null, redisUrl: null }
  if (mongoUri !== null) note('MongoDB: the server named by MONGODB_URI')
  if (redisUrl !== null) note('Redis: the server named by REDIS_URL')
  const mongo = mongoUri === null ? await startMongo({ dataDir: join(dataDir, 'mongo'), note }) : null
  const redis = redisUrl === null ? await startRedis({ dataDir: join(dataDir, 'redis'), note }) : null
  return {
    mongoUri: withDatabase(mongo?.uri ?? mongoUri ?? ''),
    redisUrl: redis?.url ?? redisUrl ?? '',
    mongo,
    redis,
    stop: async () => {
      await redis?.stop()
      await mongo?.stop()
    },
  }
}
