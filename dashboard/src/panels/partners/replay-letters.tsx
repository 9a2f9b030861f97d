import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useApi } from '../../api/context.tsx'
import { keys } from '../../api/keys.ts'
import { newKey } from '../../api/new-key.ts'
import { problemCode } from '../../api/problem.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useAnnounce } from '../../ui/toast.tsx'
import { AskReason } from '../shared/ask-reason.tsx'
import { deadLetters } from './dead-letters.ts'

/** What a dead letter is answered that cannot be sent again: its task is over, or somebody was quicker. */
const settled = ['terminal', 'already_done', 'illegal_move']

/** All dead letters of a partner that are still true, sent once more for one reason, one after the other. */
export const ReplayLetters = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { partners: words } = useOfficeText()
  const api = useApi()
  const queries = useQueryClient()
  const announce = useAnnounce()
  /** A letter keeps its key over every press of this dialog: it is ordered once. */
  const orders = useRef(new Map<string, string>())
  const keyOf = (deliveryId: string): string => {
    const key = orders.current.get(deliveryId) ?? newKey()
    orders.current.set(deliveryId, key)
    return key
  }
  const act = useMutation({
    mutationFn: async (reason: string): Promise<number> => {
      let count = 0
      for (const deliveryId of await deadLetters(api, id))
        try {
          const input = { params: { id, deliveryId }, body: { reason } }
          await api.call('replayDelivery', input, { key: keyOf(deliveryId) })
          count += 1
        } catch (error) {
          if (!settled.includes(problemCode(error) ?? '')) throw error
        }
      return count
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.allPartners }),
    onSuccess: (count) => {
      onClose()
      announce(words.done.replayedAll(count))
    },
  })
  return (
    <AskReason
      title={words.delivery.replayTitle}
      intro={words.delivery.replayAllIntro}
      hint={words.delivery.replayHint}
      submit={words.delivery.replay}
      pending={act.isPending}
      error={act.error}
      onSubmit={(reason) => act.mutate(reason)}
      onClose={onClose}
    />
  )
}
