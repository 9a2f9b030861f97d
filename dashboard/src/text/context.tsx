import { createContext, use } from 'react'
import type { Catalogue } from './catalogue.ts'

export const languages = ['id', 'en'] as const
export type Language = (typeof languages)[number]

export interface Speech {
  text: Catalogue
  language: Language
  speak: (language: Language) => void
}

const TextContext = createContext<Speech | null>(null)
export const SpeechProvider = TextContext.Provider

export const useSpeech = (): Speech => {
  const speech = use(TextContext)
  if (speech === null) throw new Error('SpeechProvider is missing')
  return speech
}

/** The catalogue of the language chosen. */
export const useText = (): Catalogue => useSpeech().text
