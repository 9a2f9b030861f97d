import { useSpeech } from '../text/context.tsx'
import { useNow } from './now.tsx'
import { shortMoment } from './wita.ts'

/** Says a moment: `14.05` for today, `17 Jan 14.05` for another day. */
export const useMoment = (): ((at: string) => string) => {
  const { language } = useSpeech()
  const now = useNow(60_000)
  return (at) => shortMoment(at, now, language)
}
