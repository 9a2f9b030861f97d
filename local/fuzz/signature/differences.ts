import { Webhook } from 'standardwebhooks'
import { ID, SIGNATURE, TIMESTAMP, type SignedRequest } from './signed-request.ts'
import type { Verdict } from './verdict.ts'

/** The headers as Node gives them to a handler: names in lower case, doubles of ours joined. */
const asNodeGivesThem = ({ headers }: SignedRequest): Record<string, string> => {
  const joined: Record<string, string> = {}
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    joined[key] = joined[key] === undefined ? value : `${joined[key]}, ${value}`
  }
  return joined
}

/** The library asks the clock itself: for this long it is the clock of the request. */
const at = <T>(nowMs: number, act: () => T): T => {
  const { now } = Date
  Date.now = () => nowMs
  try {
    return act()
  } finally {
    Date.now = now
  }
}

/** Does the public library believe it, with any one of the secrets? */
export const libraryBelieves = (request: SignedRequest): boolean =>
  at(request.nowMs, () =>
    request.secrets.some((secret) => {
      try {
        new Webhook(secret).verify(request.body, asNodeGivesThem(request), { jsonParse: false })
        return true
      } catch {
        return false
      }
    }),
  )

const given = (request: SignedRequest, name: string): string => asNodeGivesThem(request)[name] ?? ''
const isDoubled = ({ headers }: SignedRequest): boolean => {
  const names = headers.map(([name]) => name.toLowerCase())
  return [ID, TIMESTAMP, SIGNATURE].some((name) => names.indexOf(name) !== names.lastIndexOf(name))
}

/** Every way in which the library is known to believe what we refuse. A difference outside this list is a fault. */
export const differences = {
  doubled: {
    why: 'Of a security header that came twice it takes what the server makes of the two; another reader might take the other.',
    holds: isDoubled,
  },
  time_spelling: {
    why: 'It reads the time with parseInt: "1768629600.0", "+1768629600" and "1768629600s" are one and the same time to it.',
    holds: (request: SignedRequest) => !/^[1-9]\d{0,10}$/.test(given(request, TIMESTAMP)),
  },
  id_characters: {
    why: 'It takes any id. With a full stop in it two different messages share one signature; longer than 128 is no key of ours.',
    holds: (request: SignedRequest) => !/^[!-\-/-~]{1,128}$/.test(given(request, ID)),
  },
  signature_list: {
    why: 'It looks for one good entry and passes over whatever stands beside it: spaces, entries without a value, lists without end.',
    holds: (request: SignedRequest) => {
      const entries = given(request, SIGNATURE).split(' ')
      const isClean = entries.every((entry) => /^[a-z0-9]+,[!-+\--~]+$/.test(entry))
      const isBase64 = entries.every(
        (entry) => !entry.startsWith('v1,') || /^v1,[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(entry),
      )
      return !isClean || !isBase64 || entries.length > 8 || given(request, SIGNATURE).length > 1024
    },
  },
  text_not_bytes: {
    why: 'It turns the body into text before it computes: bytes that are no UTF-8 become U+FFFD, and many bodies share one signature.',
    holds: ({ body }: SignedRequest) => !Buffer.from(body.toString('utf8')).equals(body),
  },
} as const
export type Difference = keyof typeof differences

/** Why the two say different things: null, they do not; `unexplained` is a fault, and so is a yes of ours that it refuses. */
export const differenceOf = (request: SignedRequest, said: Verdict): Difference | 'unexplained' | null => {
  const isBelieved = said === null
  if (libraryBelieves(request) === isBelieved) return null
  if (isBelieved) return 'unexplained'
  const known = Object.entries(differences).find(([, { holds }]) => holds(request))
  return (known?.[0] as Difference | undefined) ?? 'unexplained'
}
