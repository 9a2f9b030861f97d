import { createHash } from 'node:crypto'
import type { Connection } from 'mongoose'
import { hasEnded } from '#contracts/domain/incident/moves.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Folded, LiveCity } from '../../../dashboard/src/live/fold.ts'
import { sortedJson } from '../../../local/audit/sorted-json.ts'

interface Doc<S> {
  _id: string
  version: number
  state: S
  pending: readonly unknown[]
}

const hashOf = (value: unknown): string => createHash('sha256').update(sortedJson(value)).digest('hex')

const compare = <S>(
  docs: readonly Doc<S>[],
  folded: ReadonlyMap<string, Folded<S>>,
  mayLack: (state: S) => boolean,
): string[] => {
  const stored = new Set(docs.map(({ _id }) => _id))
  const invented = [...folded.keys()].filter((id) => !stored.has(id)).map((id) => `${id}: on the screen only`)
  return docs
    .flatMap(({ _id, version, state, pending }): string[] => {
      const known = folded.get(_id)
      if (known === undefined)
        return mayLack(state)
          ? []
          : [`${_id}: not on the screen (version ${version}, ${pending.length} facts pending)`]
      // A claim that was freed may have raised the version without a fact.
      if (known.version > version) return [`${_id}: version ${known.version}, stored ${version}`]
      return hashOf(known.state) === hashOf(state) ? [] : [`${_id}: another state (version ${version})`]
    })
    .concat(invented)
}

/** Who may not look at volunteers is not told where they were. */
const placeless = ({ state, ...doc }: Doc<Incident>): Doc<Incident> => {
  const [offers, assignments] = [structuredClone(state.offers), structuredClone(state.assignments)]
  for (const offer of offers) offer.position = null
  for (const assignment of assignments) assignment.lastPoint = null
  return { ...doc, state: { ...state, offers, assignments } }
}

/** In what a screen differs from the database, read raw: hash against hash, one line for each document. */
export const differences = async (
  city: LiveCity | null,
  connection: Connection,
  { volunteers = true } = {},
): Promise<string[]> => {
  if (city === null) return ['the screen shows nothing']
  const read = async <S>(collection: string): Promise<Doc<S>[]> =>
    (await connection.collection(collection).find({}).toArray()) as never
  const people = compare(
    volunteers ? await read<Volunteer>('volunteers') : [],
    city.volunteers,
    ({ standing }) => standing === 'withdrawn',
  )
  const files = await read<Incident>('incidents')
  const told = volunteers ? files : files.map(placeless)
  return compare(told, city.incidents, ({ status }) => hasEnded(status)).concat(people)
}
