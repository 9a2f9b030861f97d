import { useState } from 'react'
import { differencesBetween } from '#contracts/domain/difference.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useKeepPage } from '../../ui/keep-page.ts'
import { leavesOf, wishOf, type Fields, type Values } from './leaves.ts'

/** What somebody has typed over the settings, and what would become different if it were saved. */
export const useTyped = (fields: Fields, settings: Values) => {
  const { comma } = useOfficeText()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const { change, bad } = wishOf(leavesOf(fields, settings), settings, typed, comma)
  useKeepPage(Object.keys(change).length + bad.size > 0)
  return {
    typed,
    bad,
    change,
    differences: bad.size > 0 ? [] : differencesBetween(settings, change),
    count: Object.keys(change).length,
    onType: (id: string, text: string) => setTyped((known) => ({ ...known, [id]: text })),
    forget: () => setTyped({}),
  }
}
