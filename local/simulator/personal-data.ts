import type { Offered } from './reaction.ts'

/** A mobile number of Indonesia, as people write it. */
const MOBILE = /(?:\+?62|\b0)[ -]?8\d{1,3}(?:[ -]?\d{2,4}){2,3}\b/
const ASKING = /\b(?:pelapor|reporter)\b/i

/** Words before acceptance that nobody but the control centre may know: where a reporter can be reached, or who he is. */
export const personalData = ({ incident, place, why, safetyNotes }: Offered): string[] => {
  const texts = {
    'incident.summary': incident.summary,
    'place.areaName': place.areaName,
    why,
    safetyNotes: safetyNotes.join(' '),
  }
  return Object.entries(texts).flatMap(([field, text]) => {
    if (MOBILE.test(text)) return [`a phone number in ${field}`]
    return ASKING.test(text) ? [`the reporter in ${field}`] : []
  })
}
