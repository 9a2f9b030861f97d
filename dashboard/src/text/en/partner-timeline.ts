import type { PartnerSentences } from '../sentences.ts'

/** One sentence for each fact of a partner. */
export const partnerTimeline: PartnerSentences = {
  'partner.created': ({ sandbox }) => (sandbox ? 'Sandbox partner created' : 'Partner created'),
  'partner.endpoint_proposed': ({ url }) => `Address proposed: ${url}`,
  'partner.endpoint_checked': ({ url }) => `Ping answered by ${url}`,
  'partner.endpoint_dropped': ({ url }) => `Proposal dropped: ${url}`,
  'partner.endpoint_set': ({ url }) => (url === null ? 'Endpoint removed' : `The address counts: ${url}`),
  'partner.secret_added': ({ direction }) => `Secret ${direction} added`,
  'partner.secret_retired': ({ direction }) => `Secret ${direction} retired`,
  'partner.secret_retiring': ({ direction }) => `The old secret ${direction} was given a last moment`,
  'partner.replay_ordered': ({ deliveryId }) => `Ordered to be sent again: ${deliveryId}`,
  'partner.letter_set_aside': ({ deliveryId }) => `Given-up message set aside: ${deliveryId}`,
  'partner.disabled': () => 'Disabled',
  'partner.enabled': () => 'Enabled',
}
