import { afterAll } from 'vitest'
import { databases } from './databases.ts'

// Runs after everything else in a file: the engine looks through every database that is left once a minute for what is too old,
// and keeps its files open meanwhile.
afterAll(async () => {
  if (databases.length === 0) return
  const { default: mongoose } = await import('mongoose')
  for (const uri of databases.splice(0)) {
    const connection = await mongoose.createConnection(uri).asPromise()
    await connection.dropDatabase()
    await connection.close()
  }
})
