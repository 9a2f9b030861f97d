import type { DeliveryType } from './partner/deliveries.ts'

/** What a volunteer without a platform is told by text message. */
export const smsTypes = [
  'offer.created',
  'assignment.confirmed',
  'assignment.updated',
  'assignment.stood_down',
  'message.sent',
  'checkin.requested',
] as const satisfies readonly DeliveryType[]
export type SmsType = (typeof smsTypes)[number]

/** Every message that leaves the house: those of the partner contract, and the code of a sign-in. */
export type MessageType = DeliveryType | 'sign_in.code'

/** Digits of the code by which somebody signs in, and of the one by which an offer is answered over the phone. */
export const SIGN_IN_DIGITS = 6
export const ANSWER_DIGITS = 5

/** How long a sign-in code counts, in seconds. */
export const SIGN_IN_CODE_S = 300

/** The names under which the digits are worked out (runtime/number-code). */
export const signInCodeName = (codeId: string): string => `sign-in:${codeId}`
export const answerCodeName = (offerId: string, turn: number): string => `answer:${offerId}:${turn}`
