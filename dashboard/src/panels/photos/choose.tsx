import { Camera } from 'lucide-react'
import { useRef } from 'react'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { useOutbox } from './outbox-context.tsx'

/** Chooses photos, of the camera or of files, several at once. `incidentId`: null for a report that is not saved yet. */
export const ChoosePhotos = ({ incidentId }: { incidentId: string | null }) => {
  const { upload } = useText().contact
  const { add } = useOutbox()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        hidden
        multiple
        type="file"
        accept="image/jpeg,image/png"
        aria-label={upload.add}
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])], incidentId)
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
      <Button size="small" icon={Camera} className="self-start" onClick={() => input.current?.click()}>
        {upload.add}
      </Button>
    </>
  )
}
