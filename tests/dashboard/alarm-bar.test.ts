import { expect, test } from 'vitest'
import { alarmsElsewhere } from '../../dashboard/src/panels/alarms/elsewhere.ts'

const late = { what: 'deadline' as const, incidentId: 'inc_1' }
const help = { what: 'sos' as const, incidentId: 'inc_1' }
const lone = { what: 'sos' as const, incidentId: null }

test.each([
  ['/kejadian/inc_1', [help, lone]],
  ['/kejadian/inc_2', [late, help, lone]],
  // Its report and its after-action do not show its alarms.
  ['/laporan/kejadian/inc_1', [late, help, lone]],
  ['/', [late, help, lone]],
])('the bar above %s tells what the page does not show, and every call for help', (pathname, told) => {
  expect(alarmsElsewhere([late, help, lone], pathname)).toEqual(told)
})
