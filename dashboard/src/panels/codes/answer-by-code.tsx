import { PhoneCall } from 'lucide-react'
import { useState } from 'react'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { CodeDialog } from './code-dialog.tsx'

/** Somebody without a platform was asked and may be on the phone: his answer by five digits. */
export const AnswerByCode = ({ detail }: { detail: IncidentDetail }) => {
  const { codes } = useText()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const isAsked = detail.incident.offers.some(({ channel }) => channel === 'link')
  if (!may('offer.answer') || (!isAsked && !open)) return null
  return (
    <>
      <Button size="small" icon={PhoneCall} className="mt-2" onClick={() => setOpen(true)}>
        {codes.open}
      </Button>
      {open && <CodeDialog onClose={() => setOpen(false)} />}
    </>
  )
}
