import { useReference } from '../../api/queries.ts'

/** The name of a partner by its id. */
export const usePartnerName = (): ((partnerId: string) => string) => {
  const partners = useReference().data?.partners
  return (partnerId) => partners?.find(({ id }) => id === partnerId)?.name ?? partnerId
}
