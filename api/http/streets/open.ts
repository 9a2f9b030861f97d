import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { ConfigError } from '#contracts/runtime/env.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { addressesOf, isWebAddress, originOf, StreetStyle, type Streets } from '#contracts/wire/streets.ts'
import type { ConfiguredStreets } from './configured.ts'

export const ARCHIVE = '/map/streets.pmtiles'
export const STYLE = '/map/streets-style.json'

export interface OpenStreets {
  /** What the map is told; null: there are no streets. */
  told: Streets | null
  /** The hosts that browsers may ask for them, exactly these. */
  origins: readonly string[]
  /** Path of the PMTiles file on this machine. */
  archive: string | null
  /** The style, where it lies on this machine. */
  style: StreetStyle | null
}

const nothing: OpenStreets = { told: null, origins: [], archive: null, style: null }

/** The first bytes of a PMTiles file of version 3. */
const MARK = Buffer.from('PMTiles\u0003', 'latin1')

/** @throws when the file cannot be read, or is none of PMTiles */
const lookAtArchive = (path: string): void => {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(MARK.length)
    readSync(file, start, 0, MARK.length, 0)
    if (!start.equals(MARK)) throw new Error('this is no PMTiles file of version 3')
  } finally {
    closeSync(file)
  }
}

/** A file that is missing today may be copied there tomorrow: the screens say that there are no streets, and everything else works. */
const openArchive = (given: string, attribution: string, log: Logger): OpenStreets => {
  const archive = resolve(given)
  try {
    lookAtArchive(archive)
  } catch (err) {
    log.error(
      { err, path: archive },
      'MAP_PMTILES cannot be read: screens draw the built-in map until it can',
    )
  }
  return { ...nothing, told: { kind: 'pmtiles', url: ARCHIVE, attribution }, archive }
}

const mistake = (says: string): ConfigError => new ConfigError([`MAP_STYLE: ${says}`])

const readStyle = (path: string): StreetStyle => {
  let text: unknown
  try {
    text = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw mistake(cause instanceof Error ? cause.message : 'cannot be read')
  }
  const { success, data, error } = StreetStyle.safeParse(text)
  if (success) return data
  const { path: where, message } = error.issues[0] ?? { path: [], message: 'not understood' }
  throw mistake(`at ${where.join('.')}: ${message}`)
}

/** The hosts in a style that the agency put on this machine are hosts that it configured. */
const openStyle = (path: string, attribution: string): OpenStreets => {
  const style = readStyle(path)
  const addresses = Object.values(style.sources).flatMap(addressesOf)
  const partial = addresses.find((address) => !isWebAddress(address))
  if (partial !== undefined) throw mistake(`${partial} is no whole http(s):// address`)
  const origins = [...new Set(addresses.map(originOf))]
  return { ...nothing, told: { kind: 'style', url: STYLE, attribution, origins }, origins, style }
}

/**
 * Looks at what is configured, once, when the api starts; nothing outside this machine is asked.
 * @throws ConfigError when a style on this machine cannot be read: the policy of the pages is made of it
 */
export const openStreets = (streets: ConfiguredStreets | null, log: Logger): OpenStreets => {
  if (streets === null) return nothing
  const { attribution } = streets
  if (streets.kind === 'pmtiles') return openArchive(streets.path, attribution, log)
  if (streets.kind === 'tiles') return { ...nothing, told: streets, origins: [originOf(streets.url)] }
  const { place: url } = streets
  if (!isWebAddress(url)) return openStyle(url, attribution)
  const origins = [originOf(url)]
  return { ...nothing, told: { kind: 'style', url, attribution, origins }, origins }
}
