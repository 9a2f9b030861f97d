import type { Catalogue } from '../catalogue.ts'

export const ringing = {
  state: { on: 'Sound on', muted: 'Sound off', locked: 'Sound locked' },
  press: {
    on: 'Mute alarms',
    muted: 'Unmute alarms',
    locked: 'Click or press any key so that alarms can be heard',
  },
  critical: (where) => `New critical incident: ${where}`,
  silence: 'This screen hears nothing from the server',
  several: (count, counts) => `${String(count)} alarms: ${counts}`,
  counts: {
    sos: (count) => `${String(count)} calling for help`,
    critical: (count) => `${String(count)} new critical`,
    undelivered: (count) => `${String(count)} stand-downs not delivered`,
    stalled: (count) => `${String(count)} searches stalled`,
    deadline: (count) => `${String(count)} overdue`,
    silence: () => 'the screen hears nothing',
    fault: (count) => `${String(count)} system faults`,
  },
} satisfies Catalogue['ringing']
