import type { Kelurahan } from '#contracts/domain/reference.ts'
import type { Skill, Vehicle } from '#contracts/domain/words.ts'

/**
 * Invented volunteers. Every name, number and plate here is made up: names are drawn from common given names and
 * family names of the region, the numbers from a block that belongs to nobody (+62 812 0000 ….), the plates likewise.
 */
const given = [
  'Yohanes', 'Maria', 'Oktovianus', 'Siti', 'Andreas', 'Dewi', 'Benyamin', 'Rina', 'Markus', 'Yuliana',
  'Ferdinan', 'Agustina', 'Simon', 'Nurhayati', 'Petrus', 'Marselina', 'Abdul', 'Kristina', 'Daniel', 'Welmince',
] // prettier-ignore
const family = [
  'Contoh Nalle', 'Contoh Lado', 'Contoh Bria', 'Contoh Rahma', 'Contoh Koli', 'Contoh Manafe', 'Contoh Taek',
  'Contoh Ndun', 'Contoh Seran', 'Contoh Funay', 'Contoh Bessie', 'Contoh Tallo', 'Contoh Hadi',
] // prettier-ignore

export interface SamplePerson {
  number: number
  displayName: string
  phone: string
  plate: string
  vehicle: Vehicle
  skills: Skill[]
  area: Kelurahan
  /** Does his platform send positions, or is only his kelurahan known? */
  positions: boolean
  onDuty: boolean
}

const vehicleOf = (n: number): Vehicle => (n % 10 === 7 ? 'pickup' : n % 5 === 3 ? 'car' : 'motorcycle')
const skillsOf = (n: number): Skill[] =>
  n % 4 === 0 ? ['p3k'] : n % 9 === 1 ? ['evakuasi_air', 'berenang'] : n % 11 === 2 ? ['mekanik'] : []

/** `count` sample volunteers spread over the city, the same for the same count. */
export const samplePeople = (count: number, areas: readonly Kelurahan[]): SamplePerson[] =>
  Array.from({ length: count }, (_, n) => {
    const area = areas[(n * 7) % areas.length]
    if (area === undefined) throw new Error('a city without kelurahan has no volunteers')
    const vehicle = vehicleOf(n)
    return {
      number: n + 1,
      displayName: `${given[n % given.length]} ${family[(n * 3) % family.length]}`,
      phone: `+628120000${String(n + 1).padStart(4, '0')}`,
      plate: `DH ${1000 + n} ${vehicle === 'motorcycle' ? 'ZX' : 'ZC'}`,
      vehicle,
      skills: skillsOf(n),
      area,
      positions: n % 3 !== 2,
      onDuty: n % 12 !== 11,
    }
  })
