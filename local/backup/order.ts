import { collectionOf } from '#contracts/store/models.ts'

/** Every document with facts. */
export const files: readonly string[] = Object.values(collectionOf)

/**
 * The order in which a system at work is read, so that what comes later knows everything that came before: cursors and
 * answers first (what they speak of is then surely among the facts), documents before facts (a document is brought up to
 * date from its facts), and what facts refer to at the end. Claims follow from the documents; leases only save work.
 */
const first = ['cursors', 'receipts', 'deliveries', ...files, 'facts']
const left = ['claims', 'leases']

export const inOrder = (names: readonly string[]): string[] => [
  ...first.filter((name) => names.includes(name)),
  // photos.files sorts before photos.chunks in time, not in the alphabet: a file is there only when its chunks are.
  ...names.filter((name) => !first.includes(name) && !left.includes(name)).sort((a, b) => b.localeCompare(a)),
]
