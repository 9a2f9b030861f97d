import { useState } from 'react'
import type { PartnerView } from '#contracts/wire/routes/partner-views.ts'
import { usePartnerAct } from '../../api/desk-acts.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { FormModal } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

/** Another URL; the server pings it at once. */
export const ProposeEndpoint = ({ partner, onClose }: { partner: PartnerView; onClose: () => void }) => {
  const { partners: words, word } = useOfficeText()
  const { endpoint } = words
  const announce = useAnnounce()
  const act = usePartnerAct('proposeEndpoint', () => {
    onClose()
    announce(words.done.proposed)
  })
  const [url, setUrl] = useState(partner.proposal?.url ?? '')
  const [strict, setStrict] = useState(false)
  const submit = (): void => {
    setStrict(true)
    if (url.trim() !== '') act.mutate({ params: { id: partner.id }, body: { url: url.trim() } })
  }
  return (
    <FormModal
      title={endpoint.propose}
      intro={endpoint.proposeIntro}
      submit={endpoint.propose}
      pending={act.isPending}
      error={act.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        type="url"
        label={endpoint.url}
        hint={endpoint.urlHint}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        error={strict && url.trim() === '' ? word.required : null}
        value={url}
        onChange={(event) => setUrl(event.target.value)}
      />
    </FormModal>
  )
}
