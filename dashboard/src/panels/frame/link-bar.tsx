import { Unplug } from 'lucide-react'
import { useLive } from '../../live/provider.tsx'
import { useSpeech } from '../../text/context.tsx'
import { clockSeconds } from '../../time/wita.ts'
import { linkSaying } from './link-saying.ts'

/** Says across the whole width that the screen does not show the present. It never catches up in silence. */
export const LinkBar = () => {
  const { text, language } = useSpeech()
  const link = useLive((view) => view.link)
  const heardAt = useLive((view) => view.heardAt)
  const saying = linkSaying(link, heardAt, text.frame, (moment) => clockSeconds(moment, language))
  if (saying === null) return null
  return (
    <p className="flex min-h-9 shrink-0 items-center gap-2.5 border-b border-line bg-kritis-tint px-3 font-medium lg:px-4">
      <Unplug aria-hidden size={17} className="shrink-0 text-kritis" />
      {saying}
    </p>
  )
}
