import { useMemo } from 'react'
import type { Catalogue, Wide } from '../catalogue.ts'
import { useSpeech, type Language, type Speech } from '../context.tsx'
import { officeEn } from './en.ts'
import { officeId } from './id.ts'

export type OfficeWords = Wide<typeof officeId>
export type OfficeCatalogue = Catalogue & OfficeWords

const words: Record<Language, OfficeWords> = { id: officeId, en: officeEn }

/** As `useSpeech`, with what the pages beside the operation say: only for pages that are fetched when they are opened. */
export const useOfficeSpeech = (): Speech & { text: OfficeCatalogue } => {
  const speech = useSpeech()
  return useMemo(() => ({ ...speech, text: { ...speech.text, ...words[speech.language] } }), [speech])
}

export const useOfficeText = (): OfficeCatalogue => useOfficeSpeech().text
