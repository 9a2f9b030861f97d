import { Clipboard } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/context.tsx'
import { useText } from '../../../text/context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Modal } from '../../../ui/dialog.tsx'
import { Loading } from '../../../ui/empty.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { useAnnounce } from '../../../ui/toast.tsx'
import { useCopy } from '../../../ui/use-copy.ts'
import type { DialogProps } from './host.tsx'

/** The message with the task link of an offer, to be copied into WhatsApp; selectable where there is no clipboard. */
export const LinkMessage = ({ detail, onClose, offerId }: DialogProps & { offerId: string }) => {
  const { incident: words, dialogs, word } = useText()
  const { offer } = words
  const api = useApi()
  const announce = useAnnounce()
  const { copy, refused } = useCopy(() => {
    announce(dialogs.done.copied)
    onClose()
  })
  const byHand = refused || navigator.clipboard === undefined
  const { id } = detail.incident
  // Links are secrets of one volunteer: they are read anew each time and not kept.
  const link = useQuery({
    queryKey: ['offerLink', id, offerId],
    queryFn: ({ signal }) => api.call('offerLink', { params: { id, offerId } }, { signal }),
    gcTime: 0,
  })
  return (
    <Modal title={offer.copyTitle} intro={offer.copyHint} onClose={onClose}>
      <div className="flex flex-col gap-3 overflow-y-auto px-4 pt-2 pb-5 sm:px-5">
        {link.isError && <ProblemNote error={link.error} onRetry={() => void link.refetch()} />}
        {link.isPending && <Loading label={word.loading} />}
        {link.data && (
          <>
            <TextArea
              readOnly
              rows={16}
              label={offer.copyTitle}
              hint={byHand ? offer.copyByHand : undefined}
              value={link.data.text}
              onFocus={(event) => event.target.select()}
            />
            {!byHand && (
              <Button
                look="primary"
                icon={Clipboard}
                className="self-end"
                onClick={() => void copy(link.data.text)}
              >
                {offer.copy}
              </Button>
            )}
          </>
        )}
      </div>
    </Modal>
  )
}
