import type { Ref } from 'react'
import type { Photo } from '#contracts/domain/incident/state.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useMay } from '../../session/context.tsx'
import { useSpeech } from '../../text/context.tsx'
import { useNow } from '../../time/now.tsx'
import { clockTime, shortMoment } from '../../time/wita.ts'
import { Section } from '../../ui/section.tsx'
import { ChoosePhotos } from '../photos/choose.tsx'
import { OutgoingPhotos } from '../photos/outgoing.tsx'
import { useOpens } from '../news/context.tsx'
import { newsOf } from '../news/news.ts'
import { PhotoImage } from './photo-image.tsx'
import { photoWords } from './photo-words.ts'
import { useAsk } from './questions.tsx'

const Thumbnail = ({
  photo,
  detail,
  ref,
}: {
  photo: Photo
  detail: IncidentDetail
  ref: Ref<HTMLLIElement> | undefined
}) => {
  const { text, language } = useSpeech()
  const { contact } = text
  const ask = useAsk()
  const now = useNow(60_000)
  const { name, saying: say } = photoWords(detail, photo, text)
  const saying = say(shortMoment(photo.at, now, language))
  return (
    <li ref={ref} className="min-w-0">
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

/** The photos of volunteers and those that staff added, the latest first. */
export const Photos = ({ detail }: { detail: IncidentDetail }) => {
  const { contact } = useSpeech().text
  const may = useMay()
  const { id, photos = [] } = detail.incident
  const newest = photos.findLast(({ from }) => from !== undefined)
  const opens = useOpens(id, 'photo', newsOf(detail.incident).photo)
  return (
    <Section
      id="foto"
      title={`${contact.photos}${photos.length > 0 ? ` (${String(photos.length)})` : ''}`}
      aside={may('incident.correct') && <ChoosePhotos incidentId={id} />}
    >
      <OutgoingPhotos incidentId={id} />
      {photos.length === 0 ? (
        <p className="text-soft">{contact.noPhotos}</p>
      ) : (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-2">
          {photos.toReversed().map((photo) => (
            <Thumbnail
              key={photo.photoId}
              photo={photo}
              detail={detail}
              ref={photo === newest ? opens : undefined}
            />
          ))}
        </ul>
      )}
    </Section>
  )
}
