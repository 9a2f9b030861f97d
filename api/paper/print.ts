import { createRequire } from 'node:module'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js'

const require = createRequire(import.meta.url)
const font = (name: string): string => require.resolve(`pdfmake/fonts/Roboto/${name}.ttf`)

/** Embedded, so that paper looks the same everywhere and takes every letter that somebody may type. */
const fonts = (): TFontDictionary => ({
  Roboto: {
    normal: font('Roboto-Regular'),
    bold: font('Roboto-Medium'),
    italics: font('Roboto-Italic'),
    bolditalics: font('Roboto-MediumItalic'),
  },
})

/** A document as the bytes of a PDF. It may read its fonts and nothing else: no other file, no address. */
export const print = async (document: TDocumentDefinitions): Promise<Uint8Array<ArrayBuffer>> => {
  const known = fonts()
  const allowed = Object.values(known).flatMap((faces) => Object.values(faces))
  pdfmake.setFonts(known)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => allowed.includes(path))
  return new Uint8Array(await pdfmake.createPdf(document).getBuffer())
}
