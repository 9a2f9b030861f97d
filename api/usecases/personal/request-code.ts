import { plusSeconds } from '#contracts/domain/instant.ts'
import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import { personKey } from '#contracts/runtime/ids.ts'
import { untouched } from '#contracts/store/deliveries.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import type { Locale } from '#contracts/wire/labels/labels.ts'
import { SIGN_IN_CODE_S } from '#contracts/wire/sms.ts'
import type { Context } from '../../context.ts'
import { mayComeIn } from './who-is-in.ts'

export interface CodeRequest {
  /** Hash of the visitor's cookie: the code fits this browser only. */
  visitor: string
  /** E.164. */
  phone: string
  address: string
  locale: Locale
}

const NOBODY = 'none'

/** Somebody of this number who is served without a platform; whoever is active counts before whoever waits. */
const holderOf = async (context: Context, key: string): Promise<Volunteer | null> => {
  const found = (await context.volunteerQueries.byLink(key)).map(({ state }) => state).filter(mayComeIn)
  return found.find(({ standing }) => standing === 'active') ?? found[0] ?? null
}

/** The message with the code; to a number that nobody knows it is written as well, and dropped at birth. */
const messageTo = (
  holder: Volunteer | null,
  { codeId, locale, at, id }: { codeId: string; locale: Locale; at: string; id: string },
): Delivery => ({
  ...untouched,
  _id: `${codeId}:sms`,
  agencyId: holder?.agencyId ?? NOBODY,
  partnerId: holder?.partnerId ?? NOBODY,
  webhookId: id,
  type: 'sign_in.code',
  entityId: holder?.id ?? NOBODY,
  subject: codeId,
  volunteerId: holder?.id ?? null,
  data: { locale },
  state: holder === null ? 'dropped' : 'pending',
  createdAt: at,
  nextAt: holder === null ? null : at,
  attempts: [],
  via: 'sms',
})

/**
 * A code for signing in is on its way, if the number belongs to a volunteer. Whether it does changes neither the answer
 * nor the work: the same is read and written either way. @throws Trouble `too_many`
 */
export const requestCode = async (context: Context, request: CodeRequest): Promise<void> => {
  const { clock, ids, serverKey, signInCodes, deliveries } = context
  const { visitor, phone, locale } = request
  await context.personalLimits.request(request)
  const key = personKey(serverKey, phone)
  const holder = await holderOf(context, key)
  const at = clock.now().toISOString()
  const codeId = ids.next('sic')
  await signInCodes.keep({
    _id: visitor,
    codeId,
    agencyId: holder?.agencyId ?? null,
    volunteerId: holder?.id ?? null,
    personKey: key,
    at,
    expiresAt: plusSeconds(at, SIGN_IN_CODE_S),
    tries: 0,
    usedAt: null,
  })
  await deliveries.add(messageTo(holder, { codeId, locale, at, id: ids.next('msg') }))
}
