import { Camera, MessageSquare } from 'lucide-react'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { useLive } from '../../live/provider.tsx'
import { useText } from '../../text/context.tsx'
import { Flag } from '../../ui/chip.tsx'
import { useUnopened } from './context.tsx'
import { sumOf, type NewsPart } from './news.ts'
import { countsOf } from './words.ts'

/** In the list: the team has written or sent something that nobody at this desk has opened. */
export const NewsMark = ({ incidentId }: { incidentId: string }) => {
  const text = useText()
  const unopened = useUnopened(useLive(({ city }) => city?.incidents.get(incidentId)?.state))
  const count = sumOf(unopened)
  if (count === 0) return null
  const Icon = unopened.photo === count ? Camera : MessageSquare
  return (
    <Flag tone="fresh">
      <Icon aria-hidden size={13} />
      <span className="sr-only">{text.contact.news.unopened(countsOf(text, unopened))}</span>
      <span aria-hidden>{count}</span>
    </Flag>
  )
}

/** Beside the name of a part of the file. */
export const PartNews = ({ incident, part }: { incident: Incident; part: NewsPart }) => {
  const { news } = useText().contact
  const count = useUnopened(incident)[part]
  return count === 0 ? null : <Flag tone="fresh">{news.fresh(count)}</Flag>
}
