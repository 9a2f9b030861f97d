import { LoaderCircle, X } from 'lucide-react'
import { useText } from '../../text/context.tsx'
import { BlobImage } from '../../ui/blob-image.tsx'
import { IconButton } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { useOutbox, useOutgoing } from './outbox-context.tsx'
import type { OutgoingPhoto } from './outbox.ts'

const Row = ({ photo }: { photo: OutgoingPhoto }) => {
  const { upload } = useText().contact
  const { remove } = useOutbox()
  const { id, file, state, incidentId } = photo
  return (
    <li className="flex min-w-0 items-center gap-2.5">
      <BlobImage blob={file} alt="" className="h-12 w-16 shrink-0 rounded-md bg-raised object-cover" />
      <div className="min-w-0 flex-1">
        <p className="truncate">{file.name}</p>
        <p
          className={classes(
            'flex items-center gap-1 text-[0.88rem]',
            state === 'failed' ? 'text-kritis' : 'text-soft',
          )}
        >
          {state === 'sending' && <LoaderCircle aria-hidden size={14} className="animate-spin" />}
          {incidentId === null ? upload.chosen : upload.state[state]}
        </p>
      </div>
      {state !== 'sending' && (
        <IconButton icon={X} label={upload.remove(file.name)} onClick={() => remove(id)} />
      )}
    </li>
  )
}

/** The photos of an incident, or of a report that is not saved yet (`null`), that the server has not confirmed. */
export const OutgoingPhotos = ({ incidentId }: { incidentId: string | null }) => {
  const { upload } = useText().contact
  const mine = useOutgoing().filter((photo) => photo.incidentId === incidentId)
  const left = mine.filter(({ state }) => state !== 'failed').length
  return (
    <>
      <p role="status" className="sr-only">
        {incidentId !== null && left > 0 ? upload.sending(left) : ''}
      </p>
      {mine.length > 0 && (
        <ul className="mb-2.5 flex flex-col gap-2">
          {mine.map((photo) => (
            <Row key={photo.id} photo={photo} />
          ))}
        </ul>
      )}
    </>
  )
}
