import type { Incident } from '#contracts/domain/incident/state.ts'
import { numberCode } from '#contracts/runtime/number-code.ts'
import { linkPath } from '#contracts/runtime/task-link.ts'
import { createAgencies } from '#contracts/store/agencies.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import { deliveryBodies } from '#contracts/wire/partner/deliveries.ts'
import { exactPlace } from '#contracts/wire/present/task.ts'
import { SIGN_IN_DIGITS, signInCodeName, smsTypes, type SmsType } from '#contracts/wire/sms.ts'
import type { WorkerContext } from '../../context.ts'
import type { Obstacle, Way } from '../obstacle.ts'
import type { SmsGateway } from './gateway.ts'
import { signInText, smsText } from './text.ts'

/** An assignment's offer has the link; an offer has its own. */
const offerIdOf = (incident: Incident, subject: string): string =>
  incident.assignments.find(({ id }) => id === subject)?.offerId ?? subject

/** Where the task is. A text that comes late tells the place as it is by now: the last one on a phone is what he goes by. */
const isTaskTold = (type: SmsType): boolean =>
  type === 'assignment.confirmed' || type === 'assignment.updated'

const taskText = async (
  { store, serverKey, answerCodes }: WorkerContext,
  gateway: SmsGateway,
  { type, data, subject, agencyId }: Delivery & { type: SmsType },
  incident: Incident,
): Promise<string> => {
  const offerId = offerIdOf(incident, subject)
  const [code, agency, address] = await Promise.all([
    type === 'offer.created' ? answerCodes.ofOffer(offerId) : null,
    createAgencies(store.models).read(agencyId),
    store.texts.bodyOf(incident.addressTextId),
  ])
  const told = agency && isTaskTold(type) ? { place: exactPlace(incident, agency, address) } : {}
  return smsText(type, deliveryBodies[type].parse({ ...data, ...told }), {
    link: gateway.publicUrl + linkPath(serverKey, offerId),
    code,
    poskoPhone: agency?.poskoPhone ?? null,
  })
}

const isTask = (delivery: Delivery): delivery is Delivery & { type: SmsType } =>
  smsTypes.some((type) => type === delivery.type)

const textOf = async (
  ctx: WorkerContext,
  gateway: SmsGateway,
  delivery: Delivery,
  incident: Incident | undefined,
): Promise<string | null> => {
  if (isTask(delivery)) return incident === undefined ? null : taskText(ctx, gateway, delivery, incident)
  const { type, subject, data } = delivery
  const isWanted = await ctx.signInCodes.isWanted(subject, ctx.clock.now().toISOString())
  if (type !== 'sign_in.code' || !isWanted) return null
  const code = numberCode(ctx.serverKey, signInCodeName(subject), SIGN_IN_DIGITS)
  return signInText(code, String(data?.['locale']))
}

/** The way of a text message, made anew for each attempt: nothing of number and words waits in the outbox. */
export const smsWay = async (
  ctx: WorkerContext,
  delivery: Delivery,
  incident: Incident | undefined,
): Promise<Way | Obstacle> => {
  const { sms } = ctx
  if (sms === null) return 'no_endpoint'
  const { volunteerId, webhookId: id } = delivery
  const to = (await ctx.store.texts.persons([volunteerId ?? ''])).get(volunteerId ?? '')?.phone ?? null
  if (to === null) return 'no_phone'
  const text = await textOf(ctx, sms, delivery, incident)
  return text === null ? 'no_longer_true' : { url: sms.url, write: () => sms.envelope({ to, text, id }) }
}
