import { afterAll } from 'vitest'
import { databases } from './databases.ts'

// Runs after everything else in a file. Each world opens some hundred files in the engine, and all worlds together more than a
// process may have: the engine ends when it gets no more.
afterAll(async () => {
  if (databases.length === 0) return
  const { default: mongoose } = await import('mongoose')
  for (const uri of databases.splice(0)) {
    const connection = await mongoose.createConnection(uri).asPromise()
    await connection.dropDatabase()
    await connection.close()
  }
})
