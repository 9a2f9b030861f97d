import type { Place } from '#contracts/domain/place.ts'
import { nearestAreas } from '#contracts/domain/place.ts'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import type { Agency } from '#contracts/store/documents.ts'

type Sender = Pick<Agency, 'name' | 'addressees'>

/** "Kota Kupang", of "BPBD Kota Kupang". */
export const cityOf = ({ name }: Pick<Agency, 'name'>): string => name.replace(/^BPBD\s+/, '')

export const sourceOf = ({ name }: Pick<Agency, 'name'>): string => `Pusdalops PB ${name}`

/** "Kel. Namosain, Kec. Alak"; "dekat Kel. …" where nobody stated it. */
export const locationOf = (areas: readonly Kelurahan[], place: Place): string => {
  const stated = areas.find(({ code }) => code === place.kelurahan)
  const area = stated ?? nearestAreas(place, areas, 1)[0]?.area
  if (area === undefined) return `${place.lat.toFixed(4)}, ${place.lng.toFixed(4)}`
  return `${stated === undefined ? 'dekat ' : ''}Kel. ${area.name}, Kec. ${area.kecamatan}`
}

const INDENT = '     '

const addressed = (addressees: readonly string[]): string[] => {
  const [first, ...others] = addressees
  if (first === undefined) return []
  if (others.length === 0) return [`Yth. ${first}`, '']
  const lines = others.map((name, index) => `${INDENT}${String(index + 2)}. ${name}`)
  return [`Yth. 1. ${first}`, ...lines, '']
}

/** To whom, what, and of when; a drill says so before anything else. */
export const heading = (
  { addressees = [] }: Sender,
  subject: string,
  release: string,
  drill: boolean,
): string[] => [
  ...(drill ? ['*LATIHAN: BUKAN KEJADIAN SEBENARNYA*', ''] : []),
  ...addressed(addressees),
  `Mohon izin melaporkan ${subject}`,
  release,
  '',
]
