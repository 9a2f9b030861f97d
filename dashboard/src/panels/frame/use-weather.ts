import { usePolicy } from '../../api/settings-queries.ts'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { weatherInForce } from './weather.ts'

/** What the weather in force does to travel times, in one sentence; null: nothing, or it is not his to read. */
export const useWeather = (): string | null => {
  const { text, language } = useSpeech()
  const now = useNow(10_000)
  const settings = usePolicy().data?.settings
  const found = settings && weatherInForce(settings, now)
  if (!found) return null
  const { said, kinds } = text.frame.weather
  const until = found.until && shortMoment(found.until, now, language)
  return said(kinds[found.weather], Math.round(found.speed * 100), until)
}
