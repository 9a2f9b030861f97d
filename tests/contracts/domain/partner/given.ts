import {
  evolvePartner,
  partnerFacts,
  type Partner,
  type PartnerFactBody,
} from '#contracts/domain/partner/partner.ts'
import { scenariosOf } from '../scenario.ts'

export const birth = { id: 'prt_1', agencyId: '5371' }
/** given(facts).when(command).thenFacts(…) | .thenState(…) | .thenRefused(code) for partners. */
export const { given, givenNothing, after, fold } = scenariosOf<Partner, PartnerFactBody>({
  evolve: evolvePartner,
  birth,
  catalogue: partnerFacts,
})
export const identity = { ref: 'grab', name: 'Grab', sandbox: false }
export const created: PartnerFactBody = { type: 'partner.created', data: identity }
