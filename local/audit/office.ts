import type { FactRow } from './shapes.ts'

type Fold = Record<string, unknown>
interface Secret {
  secretId: unknown
}
interface Difference {
  field: string
  to: unknown
}

const secretsOf = ({ secrets }: Fold, except: unknown): Secret[] =>
  (secrets as Secret[]).filter(({ secretId }) => secretId !== except)
const differencesOf = (data: Fold): Difference[] => (data['differences'] ?? []) as Difference[]

/** Where a partner is reached and by which secrets: who changed them by hand could read and speak for him. */
const changePartner = (fold: Fold, { type, data }: FactRow): Fold => {
  const { url, secretId, direction, until } = data
  switch (type) {
    case 'partner.endpoint_proposed':
      return { ...fold, proposed: url }
    case 'partner.endpoint_dropped':
      return { ...fold, proposed: null }
    case 'partner.endpoint_set':
      return { ...fold, url, proposed: fold['proposed'] === url ? null : fold['proposed'] }
    case 'partner.secret_added':
      return { ...fold, secrets: [...secretsOf(fold, secretId), { secretId, direction }] }
    case 'partner.secret_retired':
      return { ...fold, secrets: secretsOf(fold, secretId) }
    case 'partner.secret_retiring':
      return { ...fold, secrets: [...secretsOf(fold, secretId), { secretId, direction, until }] }
    case 'partner.disabled':
    case 'partner.enabled':
      return { ...fold, status: type.slice('partner.'.length) }
    default:
      return fold
  }
}

export const zoneFields = ['kind', 'ring', 'bars', 'from', 'until'] as const

const changeZone = (fold: Fold, { type, data, at }: FactRow): Fold => {
  if (type === 'zone.ended') return { ...fold, endedAt: at }
  if (type !== 'zone.changed') return fold
  const told = zoneFields.filter((field) => data[field] !== undefined && data[field] !== null)
  return { ...fold, ...Object.fromEntries(told.map((field) => [field, data[field]])) }
}

const changePolicy = (fold: Fold, { type, data }: FactRow): Fold => {
  if (type !== 'policy.changed') return fold
  const to = Object.fromEntries(differencesOf(data).map((one) => [one.field, one.to]))
  return { number: data['number'], settings: { ...(fold['settings'] as Fold), ...to } }
}

/** Its fields are named `sla.verifyS`, `needs.banjir`. */
const changeProcedure = (fold: Fold, { type, data }: FactRow): Fold => {
  if (type !== 'procedure.changed') return fold
  const settings = { ...(fold['settings'] as Record<string, Fold>) }
  for (const { field, to } of differencesOf(data)) {
    const [part = '', name = ''] = field.split('.')
    if (settings[part] !== undefined) settings[part] = { ...settings[part], [name]: to }
  }
  return { number: data['number'], settings }
}

const begun: Record<string, (fact: FactRow) => Fold> = {
  'partner.created': ({ data: { ref, name, sandbox } }) => ({
    ref,
    name,
    sandbox,
    url: null,
    proposed: null,
    status: 'enabled',
    secrets: [],
  }),
  'zone.drawn': ({ data: { kind, ring, bars, from, until, drill } }) => ({
    kind,
    ring,
    bars,
    from,
    until,
    drill,
    endedAt: null,
  }),
  'policy.adopted': ({ data: { number, settings } }) => ({ number, settings }),
  'procedure.adopted': ({ data: { number, settings } }) => ({ number, settings }),
}
const changes: Record<string, (fold: Fold, fact: FactRow) => Fold> = {
  partner: changePartner,
  zone: changeZone,
  policy: changePolicy,
  procedure: changeProcedure,
}

/** Partners, danger zones, policies and procedures, each as its facts tell it. */
export const createOffice = () => {
  const folds = new Map<string, Fold>()
  return {
    change: (fact: FactRow): void => {
      const begin = begun[fact.type]
      const present = folds.get(fact.entityId)
      const change = changes[fact.kind]
      if (begin !== undefined) folds.set(fact.entityId, begin(fact))
      else if (present !== undefined && change !== undefined) folds.set(fact.entityId, change(present, fact))
    },
    /** Never changed afterwards; null: its facts do not begin it. */
    pictureOf: (id: string): Fold | null => {
      const fold = folds.get(id)
      if (fold === undefined) return null
      return 'secrets' in fold ? { ...fold, secrets: bySecretId(fold['secrets'] as Secret[]) } : fold
    },
  }
}

/** In which order secrets came is nobody's business here. */
export const bySecretId = <S extends Partial<Secret>>(secrets: readonly S[]): S[] =>
  secrets.toSorted((a, b) => String(a.secretId).localeCompare(String(b.secretId)))
