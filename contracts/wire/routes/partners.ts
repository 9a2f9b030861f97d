import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'
import { deliveryBodies, type DeliveryType } from '../partner/deliveries.ts'
import { DeliveryState } from './deliveries.ts'
import {
  Acceptance,
  DeliveryDetail,
  DeliveryRow,
  InboundEvent,
  PartnerHealth,
  PartnerView,
  PartnerWithSecrets,
} from './partner-views.ts'
import type { Route } from './route.ts'
import { FactView } from './views.ts'

const id = z.string().min(1).max(80)
const Id = z.strictObject({ id })
const OfDelivery = Id.extend({ deliveryId: z.string().min(1).max(300) })
const Reason = z.strictObject({ reason: z.string().trim().min(1).max(2000) })
const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.string().min(1).max(300).optional(),
}
const deliveryTypes = Object.keys(deliveryBodies) as [DeliveryType, ...DeliveryType[]]

const read = <Q extends z.ZodObject, R extends z.ZodType>(
  path: string,
  summary: string,
  query: Q,
  response: R,
) =>
  ({
    method: 'get',
    path,
    action: 'partner.read',
    summary,
    params: Id,
    query,
    status: 200,
    response,
  }) as const

const act = <B extends z.ZodObject>(path: string, action: Route['action'], summary: string, body: B) =>
  ({
    method: 'post',
    path: `/partners/:id/${path}`,
    action,
    summary,
    params: Id,
    body,
    status: 200,
    response: PartnerView,
  }) as const

/** The partner desk. An engineer of a partner (`partner_admin`) finds his own partner here and no other. */
export const partnerRoutes = {
  listPartners: {
    method: 'get',
    path: '/partners',
    action: 'partner.read',
    summary: 'All partners, by name.',
    status: 200,
    response: z.object({ partners: z.array(PartnerView) }),
  },
  createPartner: {
    method: 'post',
    path: '/partners',
    action: 'partner.manage',
    summary: 'A new partner with one secret for each direction, shown by this answer and never again.',
    body: z.strictObject({
      ref: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'small letters, digits and hyphens'),
      name: z.string().trim().min(1).max(80),
      sandbox: z.boolean().default(false),
    }),
    status: 201,
    response: PartnerWithSecrets,
  },
  getPartner: read('/partners/:id', 'One partner.', z.strictObject({}), PartnerView),
  partnerFacts: read(
    '/partners/:id/facts',
    'What happened to a partner, who did it and why, in order.',
    z.strictObject({}),
    z.object({ facts: z.array(FactView), texts: z.record(z.string(), z.string()) }),
  ),
  partnerHealth: read(
    '/partners/:id/health',
    'How the connection does: last event, last delivery, failures, circuit, dead letters.',
    z.strictObject({}),
    PartnerHealth,
  ),
  partnerAcceptance: read(
    '/partners/:id/acceptance',
    'Offers and what became of them, by hour, day or month in WITA; the last 30 days unless told.',
    z.strictObject({
      from: Instant.optional(),
      to: Instant.optional(),
      by: z.enum(['hour', 'day', 'month']).default('day'),
    }),
    Acceptance,
  ),
  partnerEvents: read(
    '/partners/:id/events',
    'What the partner sent and what he was answered, newest first; personal data masked.',
    z.strictObject({ outcome: z.enum(['taken', 'refused', 'open']).optional(), ...page }),
    z.object({ events: z.array(InboundEvent), next: z.string().nullable() }),
  ),
  partnerDeliveries: read(
    '/partners/:id/deliveries',
    'What the partner was sent, newest first.',
    z.strictObject({ state: DeliveryState.optional(), type: z.enum(deliveryTypes).optional(), ...page }),
    z.object({ deliveries: z.array(DeliveryRow), next: z.string().nullable() }),
  ),
  partnerDelivery: {
    ...read(
      '/partners/:id/deliveries/:deliveryId',
      'One message: body (personal data masked), headers, answers, timing.',
      z.strictObject({}),
      DeliveryDetail,
    ),
    params: OfDelivery,
  },
  rotateSecret: {
    ...act(
      'secrets',
      'partner.connect',
      'A new secret beside the old one; both count until the old one is retired, or until `oldUntil`. Shown by this answer only.',
      z.strictObject({ direction: z.enum(['in', 'out']), oldUntil: Instant.optional() }),
    ),
    response: PartnerWithSecrets,
  },
  retireSecret: {
    ...act(
      'secrets/:secretId/retire',
      'partner.connect',
      'This secret counts no longer, a newer one does.',
      z.strictObject({}),
    ),
    params: Id.extend({ secretId: id }),
  },
  proposeEndpoint: {
    ...act(
      'endpoint',
      'partner.connect',
      'Another URL. It is sent a signed ping and does not count before it has answered.',
      z.strictObject({ url: z.string().trim().min(1).max(500) }),
    ),
    method: 'put',
  },
  checkEndpoint: act(
    'endpoint/check',
    'partner.connect',
    'Has the proposed URL answered its ping? Then it counts, or waits for a second administrator.',
    z.strictObject({}),
  ),
  approveEndpoint: act(
    'endpoint/approve',
    'partner.manage',
    'Let the checked URL count; not by whoever proposed it.',
    z.strictObject({}),
  ),
  removeEndpoint: act(
    'endpoint/remove',
    'partner.connect',
    'Drop what is proposed; without a proposal, the URL that counts.',
    z.strictObject({}),
  ),
  pingPartner: {
    ...act(
      'ping',
      'partner.connect',
      'Send a signed ping to the URL that counts; the answer stands in the delivery.',
      z.strictObject({}),
    ),
    response: DeliveryDetail,
  },
  disablePartner: act(
    'disable',
    'partner.manage',
    'He is heard and asked no longer; his volunteers get no offers.',
    Reason,
  ),
  enablePartner: act('enable', 'partner.manage', 'He is heard and asked again.', Reason),
} as const satisfies Record<string, Route>
