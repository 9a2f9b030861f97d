import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { readChoice, writeChoice } from '../ui/choice.ts'
import type { Catalogue } from './catalogue.ts'
import { languages, SpeechProvider, type Language } from './context.tsx'
import { id } from './id.ts'

const load: Record<Language, () => Promise<Catalogue>> = {
  id: async () => Promise.resolve(id),
  en: async () => (await import('./en.ts')).en,
}

/** Indonesian is there at once; another language is fetched when it is chosen. */
export const Speech = ({ children }: { children: ReactNode }) => {
  const [wanted, setWanted] = useState(() => readChoice('language', languages, 'id'))
  const [spoken, setSpoken] = useState<{ language: Language; text: Catalogue }>({ language: 'id', text: id })

  useEffect(() => {
    let current = true
    load[wanted]().then(
      (text) => {
        if (!current) return
        document.documentElement.lang = wanted
        setSpoken({ language: wanted, text })
      },
      // The catalogue could not be fetched: what is spoken now stays, and the switch shows it.
      () => setWanted('id'),
    )
    return () => {
      current = false
    }
  }, [wanted])

  const speech = useMemo(
    () => ({
      ...spoken,
      speak: (language: Language) => {
        writeChoice('language', language)
        setWanted(language)
      },
    }),
    [spoken],
  )
  return <SpeechProvider value={speech}>{children}</SpeechProvider>
}
