import mongoose from 'mongoose'
import { describe, expect, it } from 'vitest'
import { concernsFor, connectMongo, schemaOptions } from '#contracts/runtime/mongo.ts'
import { captureLog } from './capture-log.ts'

// Nothing listens there; the refusal is what is wanted, and Mongoose's guards are set on the way to it.
const nowhere = { uri: 'mongodb://user:hunter2@127.0.0.1:1/tr', appName: 'test' }

describe('what is asked of the server', () => {
  it('is a majority for writes and reads on a replica set, also behind mongos', () => {
    const majority = {
      writeConcern: { w: 'majority', journal: true },
      readConcern: { level: 'majority' },
    }
    expect(concernsFor({ ok: 1, setName: 'rs0' })).toEqual(majority)
    expect(concernsFor({ ok: 1, msg: 'isdbgrid' })).toEqual(majority)
  })

  it('is its journal alone on a single server', () => {
    expect(concernsFor({ ok: 1 })).toEqual({ writeConcern: { w: 1, journal: true } })
  })
})

describe('connectMongo', () => {
  it('rejects when no server answers, and repeats no password', async () => {
    const { log, lines } = captureLog()
    const refused = connectMongo({ ...nowhere, log })
    await expect(refused).rejects.toThrow('ECONNREFUSED')
    log.error(await refused.catch((err: unknown) => err))
    expect(lines.join('')).not.toContain('hunter2')
  })

  it('makes a mistyped filter an error and an operator from outside a plain value', async () => {
    await connectMongo({ ...nowhere, log: captureLog().log }).catch((err: unknown) => err)
    const model = mongoose.model('Guarded', new mongoose.Schema({ ref: String, n: Number }, schemaOptions))
    expect(() => model.find({ reff: 'x' }).cast(model)).toThrow('strict')
    expect(() => model.find({ n: { $gt: 0 } }).cast(model)).not.toThrow()
    await expect(model.findOne(JSON.parse('{"ref":{"$ne":null}}')).exec()).rejects.toThrow(
      'Cast to string failed',
    )
    expect(() => new model({ reff: 'x' })).toThrow('strict')
    await expect(model.updateOne({ ref: 'x' }, { $set: { reff: 1 } }).exec()).rejects.toThrow('strict')
  })
})
