import { useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { useApi } from './context.tsx'
import { keys } from './keys.ts'
import { useRead } from './queries.ts'
import type { Answer, Input } from './types.ts'

export const usePartners = () => useRead('listPartners', keys.partners, {})

/** One partner, and nothing narrower of what was asked. */
const of = (id: string) => ({ params: { id }, query: {} })

/** A ping on its way is answered within seconds: looked at until it has come to an end. */
const PING_EVERY_MS = 1500

export const usePartner = (id: string) =>
  useRead('getPartner', keys.partner(id), of(id), true, (partner) =>
    partner?.proposal?.ping?.state === 'pending' ? PING_EVERY_MS : false,
  )

export const usePartnerHealth = (id: string) => useRead('partnerHealth', keys.ofPartner(id, 'health'), of(id))

/** The health of each of them, in their order; undefined while it is being read. */
export const useHealthOf = (ids: readonly string[]): (Answer<'partnerHealth'> | undefined)[] => {
  const api = useApi()
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: keys.ofPartner(id, 'health'),
      queryFn: ({ signal }: { signal: AbortSignal }) => api.call('partnerHealth', of(id), { signal }),
    })),
    combine: (results) => results.map(({ data }) => data),
  })
}

export const usePartnerAcceptance = (id: string) =>
  useRead('partnerAcceptance', keys.ofPartner(id, 'acceptance'), of(id))

export const usePartnerFacts = (id: string) => useRead('partnerFacts', keys.ofPartner(id, 'facts'), of(id))

const PAGE = 30

export type EventFilter = Pick<NonNullable<Input<'partnerEvents'>['query']>, 'outcome'>

export const usePartnerEvents = (id: string, filter: EventFilter) => {
  const api = useApi()
  return useInfiniteQuery({
    queryKey: keys.ofPartner(id, 'events', filter),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { ...filter, limit: PAGE, ...(pageParam !== undefined && { before: pageParam }) }
      return api.call('partnerEvents', { params: { id }, query }, { signal })
    },
    getNextPageParam: ({ next }) => next,
  })
}

export type DeliveryFilter = Pick<NonNullable<Input<'partnerDeliveries'>['query']>, 'state' | 'type'>

export const usePartnerDeliveries = (id: string, filter: DeliveryFilter) => {
  const api = useApi()
  return useInfiniteQuery({
    queryKey: keys.ofPartner(id, 'deliveries', filter),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { ...filter, limit: PAGE, ...(pageParam !== undefined && { before: pageParam }) }
      return api.call('partnerDeliveries', { params: { id }, query }, { signal })
    },
    getNextPageParam: ({ next }) => next,
  })
}

export const usePartnerDelivery = (id: string, deliveryId: string) =>
  useRead(
    'partnerDelivery',
    keys.ofPartner(id, 'delivery', deliveryId),
    { params: { id, deliveryId }, query: {} },
    true,
    (delivery) => (delivery?.type === 'ping' && delivery.state === 'pending' ? PING_EVERY_MS : false),
  )
