import type { Photo } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { clockTime, shortMoment } from '../../time/wita.ts'
import { Section } from '../../ui/section.tsx'
import { personName } from './names.ts'
import { PhotoImage } from './photo-image.tsx'
import { useAsk } from './questions.tsx'

const Thumbnail = ({ photo, name }: { photo: Photo; name: string }) => {
  const { text, language } = useSpeech()
  const { contact } = text
  const ask = useAsk()
  const now = useNow(60_000)
  const saying = contact.photo(name, shortMoment(photo.at, now, language))
  return (
    <li className="min-w-0">
      <button
        type="button"
        title={contact.open}
        onClick={() => ask({ ask: 'photo', photoId: photo.photoId })}
        className="grid aspect-4/3 w-full place-items-center overflow-hidden rounded-md border border-line bg-raised hover:border-edge"
      >
        <PhotoImage photoId={photo.photoId} alt={saying} className="size-full object-cover" />
      </button>
      <p className="mt-0.5 truncate text-[0.82rem] text-soft">
        {clockTime(photo.at, language)} · {name}
      </p>
    </li>
  )
}

/** The photos from the field, the latest first. */
export const Photos = ({ detail }: { detail: IncidentDetail }) => {
  const { contact, incident: words } = useSpeech().text
  const { photos = [], assignments } = detail.incident
  const nameOf = (assignmentId: string): string => {
    const from = assignments.find(({ id }) => id === assignmentId)
    return personName(detail, from?.volunteerId ?? '', words.team.unknown)
  }
  return (
    <Section id="foto" title={`${contact.photos}${photos.length > 0 ? ` (${String(photos.length)})` : ''}`}>
      {photos.length === 0 ? (
        <p className="text-soft">{contact.noPhotos}</p>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-2">
          {photos.toReversed().map((photo) => (
            <Thumbnail key={photo.photoId} photo={photo} name={nameOf(photo.from)} />
          ))}
        </ul>
      )}
    </Section>
  )
}
