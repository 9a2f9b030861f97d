import { useEffect } from 'react'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useText } from '../../text/context.tsx'
import { ChoosePhotos } from '../photos/choose.tsx'
import { useOutbox } from '../photos/outbox-context.tsx'
import { OutgoingPhotos } from '../photos/outgoing.tsx'

/** Photos of a report: chosen before it is saved, sent once the server has confirmed it. */
export const ReportPhotos = ({ saved }: { saved: IncidentDetail | null }) => {
  const { upload } = useText().contact
  const { reported } = useOutbox()
  const id = saved?.incident.id
  useEffect(() => {
    // The report is safe from here on, whatever becomes of the steps after it.
    if (id !== undefined) reported(id)
  }, [id, reported])
  return (
    <>
      <p className="text-soft">{upload.hint}</p>
      <OutgoingPhotos incidentId={null} />
      <ChoosePhotos incidentId={null} />
    </>
  )
}
