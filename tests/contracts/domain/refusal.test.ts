import { expect, test } from 'vitest'
import { Refusal, refusalCodes, type RefusalCode } from '#contracts/domain/refusal.ts'

test('a refusal says its code in words, and carries codes and numbers', () => {
  const refusal = new Refusal('too_many_slots', { slots: 201, limit: 200 })
  expect(refusal).toBeInstanceOf(Error)
  expect(refusal.message).toBe('too_many_slots: An incident may ask for 200 slots at most.')
  expect(refusal.detail).toEqual({ slots: 201, limit: 200 })
  expect(new Refusal('busy').detail).toEqual({})
})

// Clients branch on codes and the ledger outlives releases: a code may be added here, never renamed or removed.
const forEver: RefusalCode[] = [
  'not_found',
  'illegal_move',
  'already_done',
  'closed_incident',
  'no_needs',
  'unknown_need',
  'too_many_slots',
  'too_many_offers',
  'already_asked',
  'busy',
  'need_filled',
  'not_yours',
  'terminal',
  'unfit',
  'against_rules',
  'confirm_stand_down',
  'team_out',
  'self_duplicate',
  'has_duplicates',
  'nothing_to_change',
  'already_registered',
  'person_busy',
  'suspended',
  'unknown_alarm',
  'outside_area',
  'login_taken',
  'last_admin',
  'nobody_out',
  'too_much_evidence',
  'too_many_messages',
  'too_many_photos',
  'no_agreement',
  'on_task',
  'no_endpoint',
  'not_answered',
  'not_checked',
  'second_person',
  'two_secrets',
  'last_secret',
  'weather_end',
]
test.each(forEver)('%s is a code, with words', (code) => expect(refusalCodes[code]).toMatch(/\.$/))
