import { Refusal } from '#contracts/domain/refusal.ts'
import type { Caller } from './caller.ts'

/** An engineer of a partner finds his own partner and no other. @throws Refusal `not_found` */
export const ownPartner = ({ role, partnerId }: Caller, id: string): string => {
  if (role === 'partner_admin' && partnerId !== id) throw new Refusal('not_found')
  return id
}
