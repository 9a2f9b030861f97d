import { describe, expect, test } from 'vitest'
import { requestCheckin, sendMessage } from '#contracts/domain/incident/commands/contact.ts'
import { correct } from '#contracts/domain/incident/commands/correct.ts'
import { engage } from '#contracts/domain/incident/commands/engage.ts'
import { cancel, close, control, resume } from '#contracts/domain/incident/commands/finish.ts'
import {
  markDuplicate,
  refer,
  reject,
  undoDuplicate,
  verify,
} from '#contracts/domain/incident/commands/gate.ts'
import { dropNeed, setNeeds } from '#contracts/domain/incident/commands/needs.ts'
import { note, trc } from '#contracts/domain/incident/commands/notes.ts'
import { askAgain, dispatch, widen } from '#contracts/domain/incident/commands/search.ts'
import { openWave } from '#contracts/domain/incident/commands/wave.ts'
import type { IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import { incidentMoves } from '#contracts/domain/incident/moves.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { incidentStatuses, type IncidentStatus } from '#contracts/domain/incident/words.ts'
import { Refusal, type RefusalCode } from '#contracts/domain/refusal.ts'
import { minutes, T0 } from '../scenario.ts'
import { after, fold } from './given.ts'
import { byHand, waveTo } from './asks.ts'
import { need, wayTo } from './story.ts'

const moment = { at: T0 }
const note0 = { note: null }
const commands = {
  verify: (state) => verify(state, note0),
  reject: (state) => reject(state, { reason: 'palsu', note: null }),
  markDuplicate: (state) => markDuplicate(state, { of: 'inc_2', ofIsDuplicate: false, hasDuplicates: false }),
  undoDuplicate,
  refer: (state) => refer(state, { to: 'sar', note: null }),
  dispatch,
  control: (state) => control(state, note0),
  resume: (state) => resume(state, note0),
  close: (state) => close(state, note0),
  cancel: (state) => cancel(state, { reason: null }),
  openWave: (state) => openWave(state, waveTo('v2')),
  engage: (state) => engage(state, byHand('v2'), T0),
  askAgain,
  widen: (state) => widen(state, 3),
  setNeeds: (state) => setNeeds(state, { needs: [need('n2', 1)], standDown: [] }),
  dropNeed: (state) => dropNeed(state, { needId: 'n1', reason: null }),
  correct: (state) => correct(state, { severity: 'kritis' }),
  trc: (state) => trc(state, { step: 'departed', ...moment }),
  sendMessage: (state) => sendMessage(state, { assignmentIds: null, textId: 'txt_8', digest: 'd8' }),
  requestCheckin: (state) => requestCheckin(state, { assignmentIds: null, idOf: () => 'c1' }),
  note: (state) => note(state, { textId: 'txt_9', digest: 'd9', about: 'note' }),
} satisfies Record<string, (state: Incident) => IncidentFactBody[]>

type Result = IncidentStatus | 'same' | RefusalCode
const no = 'illegal_move'
const end = 'closed_incident'
const none = 'nobody_out'

// One column for each status, in this order; a status is where the command leads, a refusal is what it answers.
// prettier-ignore
const columns = ['reported', 'verified', 'dispatching', 'responding', 'controlled', 'closed', 'rejected', 'duplicate', 'referred', 'cancelled']
// prettier-ignore
const matrix: Record<keyof typeof commands, readonly Result[]> = {
  verify:        ['verified',  no,            no,           no,           no,           end,    end,    end,        end,    end],
  reject:        ['rejected',  'rejected',    no,           no,           no,           end,    end,    end,        end,    end],
  markDuplicate: ['duplicate', 'duplicate',   'duplicate',  no,           no,           end,    end,    end,        end,    end],
  undoDuplicate: [no,          no,            no,           no,           no,           no,     no,     'verified', no,     no],
  refer:         ['referred',  'referred',    'referred',   no,           no,           end,    end,    end,        end,    end],
  dispatch:      [no,          'dispatching', no,           no,           no,           end,    end,    end,        end,    end],
  control:       [no,          'controlled',  'controlled', 'controlled', no,           end,    end,    end,        end,    end],
  resume:        [no,          no,            no,           no,           'responding', end,    end,    end,        end,    end],
  close:         [no,          no,            no,           no,           'closed',     end,    end,    end,        end,    end],
  cancel:        ['cancelled', 'cancelled',   'cancelled',  'cancelled',  no,           end,    end,    end,        end,    end],
  openWave:      [no,          no,            'same',       'same',       no,           end,    end,    end,        end,    end],
  engage:        [no,          no,            'responding', 'same',       no,           end,    end,    end,        end,    end],
  askAgain:      [no,          no,            'same',       'same',       no,           end,    end,    end,        end,    end],
  widen:         [no,          no,            'same',       'same',       no,           end,    end,    end,        end,    end],
  setNeeds:      ['same',      'same',        'same',       'same',       'same',       end,    end,    end,        end,    end],
  dropNeed:      ['same',      'same',        'same',       'same',       'same',       end,    end,    end,        end,    end],
  correct:       ['same',      'same',        'same',       'same',       'same',       end,    end,    end,        end,    end],
  trc:           ['same',      'same',        'same',       'same',       'same',       end,    end,    end,        end,    end],
  sendMessage:   [none,        none,          none,         'same',       none,         end,    end,    end,        end,    end],
  requestCheckin: [none,       none,          none,         'same',       none,         end,    end,    end,        end,    end],
  note:          ['same',      'same',        'same',       'same',       'same',       'same', 'same', 'same',     'same', 'same'],
}

const resultOf = (from: IncidentStatus, command: (state: Incident) => IncidentFactBody[]): Result => {
  const before = after(...wayTo[from])
  try {
    const status = fold(command(before), before, minutes(1))?.status ?? from
    return status === from ? 'same' : status
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

test('the columns are the statuses', () => expect(columns).toEqual(incidentStatuses))

test.each(incidentStatuses)('the way to %s leads there', (status) =>
  expect(after(...wayTo[status]).status).toBe(status),
)

describe.each(Object.entries(matrix))('%s', (name, row) => {
  const command = Object.entries(commands).find(([key]) => key === name)?.[1]
  test.each(incidentStatuses.map((status, column) => [status, row[column]] as const))(
    'on %s: %s',
    (status, expected) => {
      if (command === undefined) throw new Error(`no command ${name}`)
      expect(resultOf(status, command)).toBe(expected)
    },
  )
})

test('each move of the table is made by a command, and no command makes another', () => {
  const made = new Set(
    Object.entries(commands).flatMap(([, command]) =>
      incidentStatuses.flatMap((from) => {
        const to = resultOf(from, command)
        return incidentStatuses.some((status) => status === to) ? [`${from} → ${to}`] : []
      }),
    ),
  )
  // A duplicate goes back to where it stood: the way to it in this file comes from `verified` (see duplicate.test.ts).
  const elsewhere = ['duplicate → reported', 'duplicate → dispatching']
  const table = incidentStatuses.flatMap((from) => incidentMoves[from].map((to) => `${from} → ${to}`))
  expect([...made, ...elsewhere].sort()).toEqual(table.sort())
})
