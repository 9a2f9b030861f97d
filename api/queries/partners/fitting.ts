import type { z } from 'zod'
import { PartnerEvent } from '#contracts/wire/partner/events.ts'
import { HIDDEN } from './mask.ts'

type Node = Record<PropertyKey, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

const at = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (node, key) => (isNode(node) && Object.hasOwn(node, key) ? node[key] : undefined),
    root,
  )

/** What cannot be judged: of a kind that nobody agreed on that is all of it, and not its name only. */
const whereOf = ({ code, path }: z.core.$ZodIssue): readonly PropertyKey[] =>
  code === 'invalid_union' ? path.slice(0, -1) : path

/** Takes out what an issue is about: keys that nobody agreed on are gone, a value that does not fit is only known to be there. */
const takeOut = (root: unknown, issue: z.core.$ZodIssue): void => {
  const path = whereOf(issue)
  if (issue.code === 'unrecognized_keys') {
    const node = at(root, path)
    if (isNode(node)) for (const key of issue.keys) delete node[key]
    return
  }
  const last = path.at(-1)
  const node = at(root, path.slice(0, -1))
  if (last !== undefined && isNode(node) && Object.hasOwn(node, last)) node[last] = HIDDEN
}

/** Of no type that we know, or no message at all: nothing in it can be told from a name or a number. */
const isForeign = (issue: z.core.$ZodIssue): boolean =>
  issue.code !== 'unrecognized_keys' && whereOf(issue).length === 0

/**
 * What a partner sent, as far as it fits what was agreed on: in what else he has written anybody's name may stand. Null when
 * nothing of it does.
 */
export const fitting = (said: unknown): unknown => {
  const { error } = PartnerEvent.safeParse(said)
  if (error === undefined) return said
  if (error.issues.some(isForeign)) return null
  const shown: unknown = structuredClone(said)
  for (const issue of error.issues) takeOut(shown, issue)
  return shown
}
