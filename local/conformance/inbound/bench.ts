import { setTimeout as pause } from 'node:timers/promises'
import type { Finding } from '../check.ts'
import type { Client } from '../../scenario/client.ts'
import type { Names } from './bytes.ts'
import type { PartnerServer, Reply } from './platform.ts'

/** What a check has at hand: a partner, another one, and people of the control room. */
export interface Ground {
  ours: PartnerServer
  /** What our endpoint answered to each message of the platform: 401 to what the public library does not believe. */
  heard: number[]
  close: () => Promise<void>
  /** Of this partner too, to be asked beside the other. */
  otherDriver: string
  foreign: PartnerServer
  foreignId: string
  foreignSecret: string
  operator: Client
  admin: Client
  /** What was learnt on the way; a check finds what those before it have left. */
  names: Names
  incidentId: string
}

export interface InboundCheck {
  name: string
  why: string
  run: (ground: Ground) => Promise<Finding>
}

const brief = ({ status, text }: Reply): string => `${status} ${text.slice(0, 120)}`

/** These bytes, where `*` stands for an id that the platform has made. */
const fits = (text: string, wanted: string): boolean => {
  const parts = wanted.split('*')
  const pattern = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${pattern.join(String.raw`[\w.-]+`)}$`).test(text)
}

/** 200 and these bytes. */
export const said = (reply: Reply, wanted: string): Finding =>
  reply.status === 200 && fits(reply.text, wanted) ? null : `wanted 200 ${wanted}, got ${brief(reply)}`

/** A "no" with this status and this code, as problem+json. */
export const no = (reply: Reply, status: number, code: string): Finding =>
  reply.status === status && reply.text.includes(`"code":"${code}"`)
    ? null
    : `wanted ${status} ${code}, got ${brief(reply)}`

/** The same answer to the byte. */
export const alike = (replies: readonly Reply[]): Finding => {
  const [first, ...more] = replies
  const other = more.find(({ status, text }) => status !== first?.status || text !== first.text)
  return first === undefined || other === undefined ? null : `${brief(first)}, then ${brief(other)}`
}

const TRIES = 120
const BETWEEN_MS = 250

/** Looks until something is there. @throws Error when it never is */
export const awaited = async <T>(what: string, look: () => Promise<T | null | undefined>): Promise<T> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await look()
    if (found !== null && found !== undefined) return found
    await pause(BETWEEN_MS)
  }
  throw new Error(`never came: ${what}`)
}
