import type { QueryClient } from '@tanstack/react-query'
import type { PartnerView } from '#contracts/wire/routes/partner-views.ts'
import type { UserView } from '#contracts/wire/routes/users.ts'
import { useAct, type Acting } from './act.ts'
import { newer } from './cache.ts'
import { keys } from './keys.ts'
import type { Answer, Changes, RoutesAnswering } from './types.ts'

export type PartnerAct = Changes & RoutesAnswering<PartnerView>
export type UserAct = Changes & RoutesAnswering<UserView>
type DeliveryAct = 'pingPartner' | 'replayDelivery' | 'setAsideDelivery'
type OwnAct = 'changePassword' | 'endOwnSession'

const doubt = async (queries: QueryClient, queryKey: readonly unknown[]): Promise<void> => {
  void queries.invalidateQueries({ queryKey })
  await Promise.resolve()
}

/** A partner as he is kept on the screen: what is shown once only is not among it. */
const viewOf = (answer: PartnerView & { shown?: unknown }): PartnerView => {
  const { shown: _shown, ...view } = answer
  return view
}

/** An action on a partner: its answer is the new truth of him. */
export const usePartnerAct = <N extends PartnerAct>(
  name: N,
  onDone?: (answer: Answer<N>) => void,
): Acting<N> =>
  useAct(name, {
    onDone,
    onAnswer: async (queries, answer) => {
      const view = viewOf(answer)
      await queries.cancelQueries({ queryKey: keys.partner(view.id) })
      queries.setQueryData<PartnerView>(keys.partner(view.id), (known) => newer(known, view))
      void queries.invalidateQueries({ queryKey: keys.allPartners })
    },
    onRefusal: (queries) => doubt(queries, keys.allPartners),
  })

/** An action on a message to a partner. */
export const useDeliveryAct = <N extends DeliveryAct>(
  name: N,
  onDone?: (answer: Answer<N>) => void,
): Acting<N> =>
  useAct(name, {
    onDone,
    onAnswer: (queries) => doubt(queries, keys.allPartners),
    onRefusal: (queries) => doubt(queries, keys.allPartners),
  })

/** An action on somebody who signs in. */
export const useUserAct = <N extends UserAct>(name: N, onDone?: (answer: Answer<N>) => void): Acting<N> =>
  useAct(name, {
    onDone,
    onAnswer: (queries) => doubt(queries, keys.allUsers),
    onRefusal: (queries) => doubt(queries, keys.allUsers),
  })

/** What somebody does about his own account. */
export const useOwnAct = <N extends OwnAct>(name: N, onDone?: (answer: Answer<N>) => void): Acting<N> =>
  useAct(name, {
    onDone,
    onAnswer: (queries) => doubt(queries, keys.ownSessions),
    onRefusal: (queries) => doubt(queries, keys.ownSessions),
  })
