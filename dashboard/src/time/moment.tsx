import { useSpeech } from '../text/context.tsx'
import { useNow } from './now.tsx'
import { clockSeconds, shortMoment } from './wita.ts'

/** Says a moment: `14.05` for today (`14.05.10` exactly), `17 Jan 14.05` for another day. */
export const useMoment = (exactly = false): ((at: string) => string) => {
  const { language } = useSpeech()
  const now = useNow(60_000)
  return (at) => {
    const short = shortMoment(at, now, language)
    return exactly && !short.includes(' ') ? clockSeconds(at, language) : short
  }
}
