import { inflateSync } from 'node:zlib'

/** A PDF looked at from outside, as far as our reports go: embedded fonts with a ToUnicode map, text in TJ arrays. */
export interface ReadPdf {
  version: string
  pages: number
  title: string
  text: string
}

const streamOf = (object: string): string => {
  const start = object.indexOf('stream\n') + 'stream\n'.length
  const end = object.lastIndexOf('\nendstream')
  const bytes = Buffer.from(object.slice(start, end), 'latin1')
  return (object.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}

const utf16 = (hex: string): string => {
  const units = hex.match(/.{4}/g) ?? []
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
}

/** Glyph number to letters, from the `bfrange` arrays of a ToUnicode map. */
const lettersOf = (cmap: string): Map<number, string> => {
  const letters = new Map<number, string>()
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi))
    for (const [index, hex] of [...list.matchAll(/<([0-9a-f ]+)>/gi)].entries())
      letters.set(Number.parseInt(from, 16) + index, utf16((hex[1] ?? '').replaceAll(' ', '')))
  return letters
}

/** @throws when it is no PDF or a reference leads nowhere */
export const readPdf = (bytes: Uint8Array): ReadPdf => {
  const file = Buffer.from(bytes).toString('latin1')
  const version = /^%PDF-(\d\.\d)/.exec(file)?.[1]
  if (version === undefined || !file.trimEnd().endsWith('%%EOF')) throw new Error('no PDF')
  const objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  )
  const object = (id: string | undefined): string => {
    const found = objects.get(id ?? '')
    if (found === undefined) throw new Error(`no object ${String(id)}`)
    return found
  }
  const fonts = new Map<string, Map<number, string>>()
  for (const body of objects.values())
    for (const [, name = '', id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(object(id))?.[1]
      if (map !== undefined) fonts.set(name, lettersOf(streamOf(object(map))))
    }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body))
  const text = pages.map((page) => {
    const content = streamOf(object(/\/Contents (\d+) 0 R/.exec(page)?.[1]))
    let font = new Map<number, string>()
    let told = ''
    for (const [, name, shown, end] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|(ET)/g)) {
      if (name !== undefined) font = fonts.get(name) ?? new Map()
      if (end !== undefined) told += '\n'
      for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]+)>/gi))
        told += (hex.match(/.{4}/g) ?? [])
          .map((glyph) => font.get(Number.parseInt(glyph, 16)) ?? '\uFFFD')
          .join('')
    }
    return told
  })
  const named = /\/Title (\d+) 0 R/.exec(file)?.[1]
  const title = named === undefined ? '' : object(named).replace(/^\(|\)$/g, '')
  return { version, pages: pages.length, title, text: text.join('\n') }
}
