import type { Offer } from '#contracts/domain/incident/state.ts'
import { coarseDistance, coarseEtaS } from '../coarse.ts'
import { aboutTime } from '../time.ts'
import type { Locale } from './labels.ts'

type Chosen = Pick<Offer, 'why' | 'position' | 'chosenBy'>

const FRESH_S = 120

/** Why this volunteer, in one sentence for himself, before he accepts: roughly how far and how long, and how we know where he is. */
export const whySentence = ({ why, position, chosenBy }: Chosen, locale: Locale = 'id'): string => {
  if (chosenBy === 'hand')
    return locale === 'id'
      ? 'Anda dipilih langsung oleh petugas posko.'
      : 'You were chosen by an officer of the command post.'
  if (why === null)
    return locale === 'id' ? 'Anda menyatakan masih bisa membantu.' : 'You said that you can still help.'
  const distance = coarseDistance(why.distanceM, locale)
  const time = aboutTime(coarseEtaS(why.etaS), locale)
  const { passenger = 0, dropOff = 0 } = why.parts
  const way = passenger + dropOff > 0 ? AFTER_PASSENGER[locale] : ON_THE_WAY[locale]
  return locale === 'id'
    ? `Anda dipilih karena berada ${distance} dari lokasi (${time}${way}), ${knownFrom(position, 'id')}.`
    : `You were chosen because you are ${distance} from the place (${time}${way}), ${knownFrom(position, 'en')}.`
}

const ON_THE_WAY: Record<Locale, string> = { id: ' perjalanan', en: ' away' }
/** The passenger first: nobody is to be put out on the road for a call. */
const AFTER_PASSENGER: Record<Locale, string> = {
  id: ', termasuk mengantar penumpang Anda lebih dulu',
  en: ', with your passenger brought home first',
}

const knownFrom = (position: Offer['position'], locale: Locale): string => {
  if (position === null || position.source === 'declared')
    return locale === 'id' ? 'menurut kelurahan siaga Anda' : 'by the kelurahan that you declared'
  if (position.source === 'live' || position.ageS < FRESH_S)
    return locale === 'id' ? 'menurut posisi Anda saat ini' : 'by your present position'
  const age = aboutTime(position.ageS, locale)
  return locale === 'id' ? `menurut posisi Anda ${age} yang lalu` : `by your position ${age} ago`
}
