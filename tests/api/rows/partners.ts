import type { Call } from '../../world/client.ts'
import { givenPartners } from '../given-partners.ts'
import type { Given } from '../given.ts'
import type { Row } from './row.ts'

const none = { id: 'ptn_none' }
const of = ({ id }: { id: string }): Call => ({ params: { id } })
type From = (partners: ReturnType<typeof givenPartners>) => Promise<{ id: string }>
const partnersOf = (given: Given) => givenPartners(given.world)

const read = (bad: Call['query'], from: From = (p) => p.partner()): Row => ({
  role: 'supervisor',
  forbidden: 'operator',
  bad: { params: none, query: bad },
  missing: { params: none },
  good: async (given) => of(await from(partnersOf(given))),
})

const order = (
  bad: object,
  body: object | undefined,
  conflict: { code: string; from: From },
  good: From,
): Row => ({
  role: 'admin',
  forbidden: 'supervisor',
  bad: { params: none, body: bad },
  missing: { params: none, body },
  conflict: {
    code: conflict.code,
    call: async (given) => ({ ...of(await conflict.from(partnersOf(given))), body }),
  },
  good: async (given) => ({ ...of(await good(partnersOf(given))), body }),
})

const nonsense = { nonsense: 1 }
const deliveryOf = async (given: Given): Promise<{ id: string; deliveryId: string }> => {
  const { id } = await partnersOf(given).proposed()
  const [delivery] = await given.world.context.partnerLog.deliveries({ partnerId: id, limit: 1 })
  return { id, deliveryId: delivery?._id ?? '' }
}

/** The partner desk. */
export const partnerRows = {
  listPartners: {
    role: 'supervisor',
    forbidden: 'operator',
    bad: { query: nonsense },
    good: async () => ({}),
  },
  createPartner: {
    role: 'admin',
    forbidden: 'partner_admin',
    bad: { body: { ref: 'Bukan Ref', name: 'Mitra' } },
    conflict: {
      code: 'already_done',
      call: async (given) => {
        const { ref } = await partnersOf(given).partner()
        return { body: { ref, name: 'Mitra' } }
      },
    },
    good: async () => ({ body: { ref: 'mitra-baru', name: 'Mitra Baru', sandbox: true } }),
  },
  getPartner: read(nonsense),
  partnerFacts: read(nonsense),
  partnerHealth: read(nonsense),
  partnerAcceptance: read({ by: 'year' }),
  partnerEvents: read({ outcome: 'lost' }),
  partnerDeliveries: read({ type: 'greeting' }, (p) => p.proposed()),
  partnerDelivery: {
    role: 'supervisor',
    forbidden: 'operator',
    bad: { params: { ...none, deliveryId: 'x' }, query: nonsense },
    missing: { params: { ...none, deliveryId: 'x' } },
    good: async (given) => ({ params: await deliveryOf(given) }),
  },
  rotateSecret: order(
    { direction: 'both' },
    { direction: 'in' },
    { code: 'two_secrets', from: (p) => p.rotating() },
    (p) => p.partner(),
  ),
  retireSecret: {
    role: 'admin',
    forbidden: 'supervisor',
    bad: { params: { ...none, secretId: 'sec_1' }, body: nonsense },
    missing: { params: { ...none, secretId: 'sec_1' } },
    conflict: {
      code: 'last_secret',
      call: async (given) => {
        const { id, secrets } = await partnersOf(given).partner()
        return { params: { id, secretId: secrets[0]?.secretId ?? '' } }
      },
    },
    good: async (given) => {
      const { id, secrets } = await partnersOf(given).rotating()
      return { params: { id, secretId: secrets[0]?.secretId ?? '' } }
    },
  },
  proposeEndpoint: order(
    { url: 'ftp://mitra.example' },
    { url: 'https://mitra.example/hooks' },
    { code: 'nothing_to_change', from: (p) => p.connected() },
    (p) => p.partner(),
  ),
  checkEndpoint: order(nonsense, undefined, { code: 'not_answered', from: (p) => p.proposed() }, (p) =>
    p.answered(),
  ),
  approveEndpoint: {
    ...order(nonsense, undefined, { code: 'second_person', from: (p) => p.seconded() }, (p) =>
      p.ofEngineer(),
    ),
    forbidden: 'partner_admin',
  },
  removeEndpoint: order(nonsense, undefined, { code: 'nothing_to_change', from: (p) => p.partner() }, (p) =>
    p.proposed(),
  ),
  pingPartner: order(nonsense, undefined, { code: 'no_endpoint', from: (p) => p.partner() }, (p) =>
    p.connected(),
  ),
  disablePartner: order(
    { reason: '' },
    { reason: 'Uji coba.' },
    { code: 'already_done', from: (p) => p.disabled() },
    (p) => p.partner(),
  ),
  enablePartner: order(
    { reason: '' },
    { reason: 'Selesai.' },
    { code: 'already_done', from: (p) => p.partner() },
    (p) => p.disabled(),
  ),
} satisfies Record<string, Row>
