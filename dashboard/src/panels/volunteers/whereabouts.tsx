import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { shortMoment } from '../../time/wita.ts'
import { useAreas } from '../shared/areas.ts'

/** Where he is, as far as it is known: an old position says how old, a declared one says that it was declared. */
export const Whereabouts = ({ volunteer }: { volunteer: VolunteerView }) => {
  const { text, language } = useSpeech()
  const areas = useAreas()
  const now = useNow(30_000)
  const { position, declaredArea } = volunteer
  const declared = declaredArea === null ? null : (areas.byCode(declaredArea)?.name ?? declaredArea)
  if (position === null || position.source === 'declared')
    return declared === null ? (
      <span className="text-faint">{text.volunteers.noPosition}</span>
    ) : (
      <span>
        {declared} <span className="text-faint">({text.labels.position.declared.toLowerCase()})</span>
      </span>
    )
  return (
    <span className={position.source === 'recent' ? 'text-soft' : ''}>
      {areas.nameOf({ ...position, kelurahan: null })}
      {position.at !== null && (
        <span className="text-faint">
          {' '}
          · {text.volunteers.lastSeen(shortMoment(position.at, now, language))}
        </span>
      )}
    </span>
  )
}
