import type { PartnerFactBody } from './partner.ts'

/** A message that was given up is wanted once more. `reason`: id of the text that says why. */
export const orderReplay = (deliveryId: string, reason: string): PartnerFactBody[] => [
  { type: 'partner.replay_ordered', data: { deliveryId, reason } },
]

/** A message that was given up rests: nobody is alarmed by it any more. */
export const setLetterAside = (deliveryId: string): PartnerFactBody[] => [
  { type: 'partner.letter_set_aside', data: { deliveryId } },
]
