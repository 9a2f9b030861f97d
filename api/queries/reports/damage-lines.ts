import type { Impact } from '#contracts/domain/incident/impact.ts'

export const NIL = 'Nihil'
/** Nobody has told yet: that is not "Nihil", which says that somebody looked and found none. */
export const UNKNOWN = 'Dalam pendataan'

type Count = number | null

const some = (count: Count, unit: string): string => {
  if (count === null) return UNKNOWN
  return count === 0 ? NIL : `${String(count)} ${unit}`
}
/** A line that only stands there when there is something to say: that nobody knows is something. */
const ifAny = (label: string, count: Count, unit: string): string[] =>
  count === 0 ? [] : [`${label}: ${some(count, unit)}`]

const unknown = (...counts: Count[]): boolean => counts.every((count) => count === null)

/** "2 KK / 9 jiwa"; of what one is not known it is said beside the other. */
const affectedOf = ({ households, persons }: Impact): string => {
  if (unknown(households, persons)) return UNKNOWN
  const told = (count: Count, unit: string): string[] => {
    if (count === null) return [`${unit} ${UNKNOWN.toLowerCase()}`]
    return count === 0 ? [] : [`${String(count)} ${unit}`]
  }
  const parts = [...told(households, 'KK'), ...told(persons, 'jiwa')]
  return parts.length === 0 ? NIL : parts.join(' / ')
}

/** KORBAN: who died, is missing, was hurt, fled or is affected. */
export const victimLines = (impact: Impact): string[] => {
  const { dead, missing, injured, displaced, households, persons } = impact
  if (unknown(dead, missing, injured, displaced, households, persons)) return [UNKNOWN]
  return [
    `Meninggal: ${some(dead, 'jiwa')}`,
    ...ifAny('Hilang', missing, 'jiwa'),
    `Luka-luka: ${some(injured, 'jiwa')}`,
    ...ifAny('Mengungsi', displaced, 'jiwa'),
    `Terdampak: ${affectedOf(impact)}`,
  ]
}

/** MATERIL: houses by how badly they are damaged. */
export const materialLines = (impact: Impact): string[] => {
  const { housesHeavy, housesModerate, housesLight, housesFlooded } = impact
  if (unknown(housesHeavy, housesModerate, housesLight, housesFlooded)) return [UNKNOWN]
  const lines = [
    ...ifAny('Rumah rusak berat', housesHeavy, 'unit'),
    ...ifAny('Rumah rusak sedang', housesModerate, 'unit'),
    ...ifAny('Rumah rusak ringan', housesLight, 'unit'),
    ...ifAny('Rumah terendam', housesFlooded, 'unit'),
  ]
  return lines.length > 0 ? lines : [NIL]
}
