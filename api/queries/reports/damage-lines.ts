import type { Impact } from '#contracts/domain/incident/impact.ts'

export const NIL = 'Nihil'
/** Nobody has told yet: that is not "Nihil", which says that somebody looked and found none. */
export const UNKNOWN = 'Dalam pendataan'

const some = (count: number, unit: string): string => (count === 0 ? NIL : `${String(count)} ${unit}`)
/** A line that only stands there when there is something to say. */
const ifAny = (label: string, count: number, unit: string): string[] =>
  count === 0 ? [] : [`${label}: ${String(count)} ${unit}`]

/** KORBAN: who died, is missing, was hurt, fled or is affected. */
export const victimLines = (impact: Impact): string[] => {
  const { dead, missing, injured, displaced, households, persons } = impact
  const affected = [
    ...(households > 0 ? [`${String(households)} KK`] : []),
    ...(persons > 0 ? [`${String(persons)} jiwa`] : []),
  ].join(' / ')
  return [
    `Meninggal: ${some(dead, 'jiwa')}`,
    ...ifAny('Hilang', missing, 'jiwa'),
    `Luka-luka: ${some(injured, 'jiwa')}`,
    ...ifAny('Mengungsi', displaced, 'jiwa'),
    `Terdampak: ${affected === '' ? NIL : affected}`,
  ]
}

/** MATERIL: houses by how badly they are damaged. */
export const materialLines = (impact: Impact): string[] => {
  const lines = [
    ...ifAny('Rumah rusak berat', impact.housesHeavy, 'unit'),
    ...ifAny('Rumah rusak sedang', impact.housesModerate, 'unit'),
    ...ifAny('Rumah rusak ringan', impact.housesLight, 'unit'),
    ...ifAny('Rumah terendam', impact.housesFlooded, 'unit'),
  ]
  return lines.length > 0 ? lines : [NIL]
}
