import { createHash } from 'node:crypto'
import { sortedJson } from '../../../audit/sorted-json.ts'
import type { Fault, File, LawOf, ShownScreen } from '../evidence.ts'

/** Files that are over need not be on a screen that was opened afterwards. */
const mayLack = ({ state }: File): boolean =>
  ['closed', 'rejected', 'duplicate', 'referred', 'cancelled'].includes(String(state['status'])) ||
  state['standing'] === 'withdrawn'

const faultsOf = (
  { role, entities }: ShownScreen,
  stored: Map<string, File>,
  digests: Map<string, string>,
): Fault[] => {
  const fault = (id: string, what: string): Fault => ({
    law: 'I14',
    subject: `${role}'s screen`,
    what: `${id} ${what}`,
  })
  const invented = Object.keys(entities).filter((id) => !stored.has(id))
  return [
    ...invented.map((id) => fault(id, 'is on the screen only')),
    ...[...stored].flatMap(([id, file]): Fault[] => {
      const [version, digest] = entities[id] ?? []
      if (version === undefined) return mayLack(file) ? [] : [fault(id, 'is not on the screen')]
      if (version > file.version) return [fault(id, `shows version ${version}, stored is ${file.version}`)]
      return digest === digests.get(id)
        ? []
        : [fault(id, `shows another state (version ${version} of ${file.version})`)]
    }),
  ]
}

/** I14: after quiet every screen shows what the database holds. */
export const screens: LawOf = ({ screens: shown, dump }) => {
  const stored = new Map([...dump.incidents, ...dump.volunteers].map((file) => [file._id, file]))
  const digests = new Map(
    [...stored].map(([id, { state }]) => [id, createHash('sha256').update(sortedJson(state)).digest('hex')]),
  )
  return shown.flatMap((screen) => faultsOf(screen, stored, digests))
}
