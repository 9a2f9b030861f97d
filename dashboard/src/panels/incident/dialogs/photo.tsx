import { useSpeech } from '../../../text/context.tsx'
import { longMoment } from '../../../time/wita.ts'
import { Modal } from '../../../ui/dialog.tsx'
import { PhotoImage } from '../photo-image.tsx'
import { photoWords } from '../photo-words.ts'
import type { DialogProps } from './host.tsx'

/** One photo as large as the screen allows. */
export const LargePhoto = ({ detail, onClose, photoId }: DialogProps & { photoId: string }) => {
  const { text, language } = useSpeech()
  const photo = detail.incident.photos?.find((one) => one.photoId === photoId)
  const saying = photo
    ? photoWords(detail, photo, text).saying(longMoment(photo.at, language))
    : text.contact.photos
  return (
    <Modal wide title={saying} onClose={onClose}>
      <div className="grid min-h-48 place-items-center overflow-auto p-4 sm:p-5">
        <PhotoImage photoId={photoId} alt={saying} className="max-h-[68dvh] max-w-full rounded-md" />
      </div>
    </Modal>
  )
}
