import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { indonesian } from '#contracts/wire/labels/id.ts'
import { sayingOf } from '../../dashboard/src/panels/alarms/saying.ts'
import { id as words } from '../../dashboard/src/text/id.ts'
import { volunteers } from '../../dashboard/src/text/id/volunteers.ts'

test('somebody on his way for nothing is told in the same words wherever the alarm stands', () => {
  const said = indonesian.alarm.undelivered
  expect(said).toBe('Penarikan pulang belum sampai')
  expect(sayingOf(words.incident, { what: 'undelivered', detail: '' }, null)).toBe(said)
  expect(sayingOf(words.incident, { what: 'undelivered', detail: '' }, 'Maria')).toBe(`${said}: Maria`)
  // A figure has little room.
  expect(words.incident.strip.undelivered).toBe('Penarikan tak sampai')
})

test('being called home has one name on the screens', () => {
  const files = ['timeline', 'dialogs', 'incident', 'ringing', 'desk', 'report', 'volunteers']
  for (const file of files) {
    const url = new URL(`../../dashboard/src/text/id/${file}.ts`, import.meta.url)
    expect(readFileSync(url, 'utf8'), file).not.toMatch(/perintah pulang|panggil pulang/i)
  }
})

test('the guide names the buttons that the screens have', () => {
  const guide = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  expect(guide).toContain(`**${words.incident.alarms.acknowledge}**`)
  expect(guide).toContain(`**${volunteers.sosAcknowledge}**`)
})
