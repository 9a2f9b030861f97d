import type { Filed } from '#contracts/store/documents.ts'
import type { Models } from '#contracts/store/models.ts'
import { openCollection, type Table, type Trip } from './collection.ts'

/** Collections and their unique indexes, as contracts/store/indexes.ts plans them. */
const plans: Record<string, readonly (readonly string[])[]> = {
  incident: [],
  volunteer: [],
  partner: [],
  user: [],
  zone: [],
  policy: [],
  facts: [['agencyId', 'seq']],
  claims: [['offerId']],
  receipts: [],
  cursors: [],
}
export type TableName = keyof typeof plans

/** A database in memory that several processes share. */
export const newDatabase = () => {
  const tables = Object.fromEntries(
    Object.entries(plans).map(([name, unique]): [string, Table] => [name, { docs: new Map(), unique }]),
  )
  const tableOf = (name: string): Table => {
    const table = tables[name]
    if (table === undefined) throw new Error(`there is no collection ${name}`)
    return table
  }
  return {
    /** Past all scheduling, for whoever only looks. */
    rows: <T>(name: TableName): T[] => [...tableOf(name).docs.values()] as never,
    incident: (id: string): Filed<'incident'> | null => (tableOf('incident').docs.get(id) ?? null) as never,
    /** The models of one process. */
    models: (trip: Trip): Models =>
      Object.fromEntries(
        Object.keys(plans).map((name) => [name, openCollection(name, tableOf(name), trip)]),
      ) as never,
  }
}
export type Database = ReturnType<typeof newDatabase>
