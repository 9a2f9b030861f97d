import { useLive } from '../../live/provider.tsx'
import { STALE_S } from '../../map/model.ts'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'

/** Since when nothing is known of where somebody is; nothing while his position is fresh. */
export const LastSeen = ({ volunteerId }: { volunteerId: string }) => {
  const { text, language } = useSpeech()
  const now = useNow(10_000)
  const at = useLive((view) => view.positions.get(volunteerId)?.at)
  const known = useLive((view) => view.positions.size > 0)
  if (!known) return null
  if (at === undefined) return <span>{text.contact.areaOnly}</span>
  if (now - Date.parse(at) <= STALE_S * 1000) return null
  return <span className="text-tinggi">{text.contact.lastSeen(shortMoment(at, now, language))}</span>
}
