import { lastKnown } from '../../live/last-known.ts'
import { useLive } from '../../live/provider.tsx'
import type { Position } from '../../live/state.ts'
import { STALE_S } from '../../map/model.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { useAreas, type Areas } from './areas.ts'

interface Whereabouts {
  position: Pick<Position, 'lat' | 'lng' | 'at'> | undefined
  declaredArea: string | null
}

/** `dekat Oebufu`; an old position says how old it is, and a declared area that nothing better is known. */
export const lastPlaceOf = (
  { contact, volunteers }: Pick<Catalogue, 'contact' | 'volunteers'>,
  areas: Pick<Areas, 'byCode' | 'nameOf'>,
  { position, declaredArea }: Whereabouts,
  now: number,
  momentOf: (at: string) => string,
): string => {
  if (position !== undefined) {
    const near = areas.nameOf({ ...position, kelurahan: null })
    const isStale = now - Date.parse(position.at) > STALE_S * 1000
    return isStale ? `${near} (${contact.lastSeen(momentOf(position.at))})` : near
  }
  if (declaredArea === null) return volunteers.noPosition
  return `${areas.byCode(declaredArea)?.name ?? declaredArea} (${contact.areaOnly})`
}

/** Where somebody was last, as this screen knows it. */
export const useLastPlace = (volunteerId: string): string => {
  const { text, language } = useSpeech()
  const areas = useAreas()
  const now = useNow(10_000)
  const fix = useLive(({ positions }) => positions.get(volunteerId))
  const volunteer = useLive(({ city }) => city?.volunteers.get(volunteerId)?.state)
  const whereabouts = {
    position: lastKnown(volunteer, fix),
    declaredArea: volunteer?.declaredArea ?? null,
  }
  return lastPlaceOf(text, areas, whereabouts, now, (at) => shortMoment(at, now, language))
}
