import mongoose from 'mongoose'
import { apply, fits, type Doc, valuesAt } from './match.ts'

type Plain = Record<string, unknown>

/** How one round trip to the database goes: when it takes its turn, and whether it or its reply is lost. */
export type Trip = <T>(what: string, isWrite: boolean, work: () => T) => Promise<T>

/** What all processes share. */
export interface Table {
  docs: Map<string, Doc>
  unique: readonly (readonly string[])[]
}

const duplicate = (keys: readonly string[]): Error =>
  new mongoose.mongo.MongoServerError({
    message: `E11000 duplicate key: ${keys.join()}`,
    code: 11000,
    keyPattern: Object.fromEntries(keys.map((key) => [key, 1])),
  })

/** What a unique index compares. */
const keyOf = (one: Doc, keys: readonly string[]) =>
  JSON.stringify(keys.map((key) => valuesAt(one, [key])[0]))

const insert = ({ docs, unique }: Table, doc: Doc): void => {
  if (docs.has(doc._id)) throw duplicate(['_id'])
  for (const keys of unique)
    if ([...docs.values()].some((other) => keyOf(other, keys) === keyOf(doc, keys))) throw duplicate(keys)
  docs.set(doc._id, structuredClone(doc))
}

const compare =
  (sort: Record<string, 1 | -1>) =>
  (a: Doc, b: Doc): number => {
    for (const [path, way] of Object.entries(sort)) {
      const [x, y] = [valuesAt(a, path.split('.'))[0], valuesAt(b, path.split('.'))[0]] as [string, string]
      if (x !== y) return x < y ? -way : way
    }
    return 0
  }

/** A collection as one process reaches it: as much of the driver and of Mongoose as the store speaks. */
export const openCollection = (name: string, table: Table, trip: Trip) => {
  const { docs } = table
  const found = (filter: Plain): Doc[] => [...docs.values()].filter((doc) => fits(doc, filter))

  const query = <T>(read: (sort: Record<string, 1 | -1>, limit: number) => T) => {
    let order: Record<string, 1 | -1> = {}
    let most = Infinity
    const chain = {
      sort: (sort: Record<string, 1 | -1>) => ((order = sort), chain),
      limit: (limit: number) => ((most = limit), chain),
      select: () => chain,
      hint: () => chain,
      lean: () => chain,
      exec: () => trip(`${name}.find`, false, () => structuredClone(read(order, most))),
    }
    return chain
  }
  const find = (filter: Plain) => query((sort, limit) => found(filter).sort(compare(sort)).slice(0, limit))
  const findOne = (filter: Plain) => query((sort) => found(filter).sort(compare(sort))[0] ?? null)

  const updateOne = (filter: Plain, update: Plain, { upsert = false } = {}) => {
    const [doc] = found(filter)
    if (doc !== undefined) apply(doc, update)
    else if (upsert) {
      const fresh: Doc = { _id: String(filter['_id']) }
      apply(fresh, update)
      insert(table, fresh)
    }
    return { matchedCount: doc === undefined ? 0 : 1 }
  }
  const remove = (filter: Plain, most: number) => {
    const gone = found(filter).slice(0, most)
    for (const { _id } of gone) docs.delete(_id)
    return { deletedCount: gone.length }
  }
  const write = <T>(what: string, work: () => T) => trip(`${name}.${what}`, true, work)
  const later = <T>(what: string, work: () => T) => ({ exec: () => write(what, work) })

  return {
    find,
    findOne,
    findById: (_id: string) => findOne({ _id }),
    updateOne: (filter: Plain, update: Plain, options?: { upsert?: boolean }) =>
      later('updateOne', () => updateOne(filter, update, options)),
    deleteOne: (filter: Plain) => later('deleteOne', () => remove(filter, 1)),
    deleteMany: (filter: Plain) => later('deleteMany', () => remove(filter, Infinity)),
    collection: {
      findOne: (filter: Plain) => findOne(filter).exec(),
      insertOne: (doc: Doc) => write('insertOne', () => insert(table, doc)),
      /** Ordered: what came before the collision stays. */
      insertMany: (all: Doc[]) => write('insertMany', () => all.forEach((doc) => insert(table, doc))),
      updateOne: (filter: Plain, update: Plain) => write('updateOne', () => updateOne(filter, update)),
    },
  }
}
