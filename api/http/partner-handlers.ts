import { approveEndpoint, removeEndpoint } from '#contracts/domain/partner/endpoint.ts'
import { retireSecret } from '#contracts/domain/partner/secrets.ts'
import type { partnerRoutes } from '#contracts/wire/routes/partners.ts'
import { ownPartner } from '../own-partner.ts'
import { partnerAcceptance } from '../queries/partners/acceptance.ts'
import { partnerDeliveries, partnerDelivery } from '../queries/partners/deliveries.ts'
import { partnerEvents } from '../queries/partners/events.ts'
import { partnerFacts } from '../queries/partners/facts.ts'
import { partnerHealth } from '../queries/partners/health.ts'
import { listPartners, partnerView } from '../queries/partners/view.ts'
import { changePartner } from '../usecases/partners/change-partner.ts'
import { createPartner } from '../usecases/partners/create-partner.ts'
import { checkEndpoint, proposeEndpoint } from '../usecases/partners/endpoint.ts'
import { pingPartner } from '../usecases/partners/ping.ts'
import { rotateSecret } from '../usecases/partners/rotate-secret.ts'
import { setStatus } from '../usecases/partners/set-status.ts'
import type { Handlers } from './handler.ts'

/** The partner desk. Whatever names a partner passes `ownPartner` first. */
export const partnerHandlers: Handlers<typeof partnerRoutes> = {
  listPartners: (context, { caller }) => listPartners(context, caller),
  getPartner: async (context, { caller, params }) =>
    partnerView(context, caller.agencyId, ownPartner(caller, params.id)),
  partnerFacts: async (context, { caller, params }) =>
    partnerFacts(context, caller.agencyId, ownPartner(caller, params.id)),
  partnerHealth: async (context, { caller, params }) =>
    partnerHealth(context, caller.agencyId, ownPartner(caller, params.id)),
  partnerAcceptance: async (context, { caller, params, query }) =>
    partnerAcceptance(context, caller.agencyId, ownPartner(caller, params.id), query),
  partnerEvents: async (context, { caller, params, query }) =>
    partnerEvents(context, caller.agencyId, ownPartner(caller, params.id), query),
  partnerDeliveries: async (context, { caller, params, query }) =>
    partnerDeliveries(context, caller.agencyId, ownPartner(caller, params.id), query),
  partnerDelivery: async (context, { caller, params }) =>
    partnerDelivery(context, caller.agencyId, { ...params, id: ownPartner(caller, params.id) }),

  createPartner: (context, { op, body }) => createPartner(context, op, body),
  rotateSecret: async (context, { caller, op, params, body }) =>
    rotateSecret(context, op, ownPartner(caller, params.id), body),
  retireSecret: async (context, { caller, op, params }) =>
    changePartner(context, op, ownPartner(caller, params.id), (state, now) =>
      retireSecret(state, params.secretId, now),
    ),
  proposeEndpoint: async (context, { caller, op, params, body }) =>
    proposeEndpoint(context, op, ownPartner(caller, params.id), body.url),
  checkEndpoint: async (context, { caller, op, params }) =>
    checkEndpoint(context, op, ownPartner(caller, params.id)),
  approveEndpoint: (context, { caller, op, params }) =>
    changePartner(context, op, params.id, (state) => approveEndpoint(state, caller.userId)),
  removeEndpoint: async (context, { caller, op, params }) =>
    changePartner(context, op, ownPartner(caller, params.id), removeEndpoint),
  pingPartner: async (context, { caller, op, params }) =>
    pingPartner(context, op, ownPartner(caller, params.id)),
  disablePartner: (context, { op, params, body }) =>
    setStatus(context, op, params.id, { status: 'disabled', ...body }),
  enablePartner: (context, { op, params, body }) =>
    setStatus(context, op, params.id, { status: 'enabled', ...body }),
}
