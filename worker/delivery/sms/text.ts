import { indonesian } from '#contracts/wire/labels/id.ts'
import type { DeliveryBody } from '#contracts/wire/partner/deliveries.ts'
import type { SmsType } from '#contracts/wire/sms.ts'
import { witaTime } from '#contracts/wire/time.ts'

/** What a text message says besides what the partner contract has. */
export interface Aside {
  /** His task page. */
  link: string
  /** The five digits for the phone; null when the offer has none. */
  code: string | null
  poskoPhone: string | null
}
type Text<T extends SmsType> = (body: DeliveryBody<T>, aside: Aside) => string

const MOST_OF_A_MESSAGE = 280
/** Half of a sign outside the basic plane, such as an emoji, left over at a cut. */
const HALF_A_SIGN = /[\uD800-\uDBFF]$/
const shortened = (text: string): string =>
  text.length <= MOST_OF_A_MESSAGE
    ? text
    : `${text.slice(0, MOST_OF_A_MESSAGE - 3).replace(HALF_A_SIGN, '')}...`
const addressOf = ({ areaName, address }: { areaName: string; address: string | null }): string =>
  address === null ? areaName : `${address}, ${areaName}`

/** In plain letters and few: a longer text is sent, and paid for, in parts. */
const texts: { [T in SmsType]: Text<T> } = {
  'offer.created': ({ task, incident, place, expiresAt }, { link, code, poskoPhone }) => {
    const what = `${indonesian.task[task]}, ${indonesian.hazard[incident.hazard]}, ${place.areaName}`
    const call = poskoPhone === null ? 'telepon posko' : `telepon ${poskoPhone}`
    const byPhone = code === null ? '' : ` Tanpa internet: ${call}, kode ${code}`
    return `Top Ranger: ${what}. Jawab sebelum ${witaTime(expiresAt)}: ${link}${byPhone}`
  },
  'assignment.confirmed': ({ task, place }, { link }) =>
    `Top Ranger: tugas Anda ${indonesian.task[task]}. ${addressOf(place)} (${place.lat}, ${place.lng}). ${link}`,
  'assignment.updated': ({ place }, { link }) =>
    `Top Ranger: keterangan tugas Anda berubah. ${addressOf(place)} (${place.lat}, ${place.lng}). ${link}`,
  'assignment.stood_down': (_, { link }) =>
    `Top Ranger: Anda tidak perlu ke lokasi lagi. Kembali dengan selamat. Mohon konfirmasi: ${link}`,
  'message.sent': ({ text }, { link }) => `Pesan posko: ${shortened(text)} ${link}`,
  'checkin.requested': ({ answerBy }, { link }) =>
    `Posko menanyakan kondisi Anda. Jawab sebelum ${witaTime(answerBy)}: ${link}`,
}

export const smsText = <T extends SmsType>(type: T, body: DeliveryBody<T>, aside: Aside): string =>
  texts[type](body, aside)

const signIn = {
  id: (code: string) =>
    `${code} adalah kode masuk Top Ranger, berlaku 5 menit. Jangan berikan kepada siapa pun.`,
  en: (code: string) => `${code} is your Top Ranger sign-in code, valid for 5 minutes. Give it to nobody.`,
} as const

export const signInText = (code: string, locale: string): string =>
  signIn[locale === 'en' ? 'en' : 'id'](code)
