import type { PartnerView } from '#contracts/wire/routes/partner-views.ts'

/** Volunteers without a platform belong to this partner: it has no server, so neither endpoint nor secrets. */
export const isBuiltIn = ({ ref }: Pick<PartnerView, 'ref'>): boolean => ref === 'mandiri'
