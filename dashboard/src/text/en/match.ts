import { english } from '#contracts/wire/labels/en.ts'
import type { Catalogue } from '../catalogue.ts'

export const match = {
  costParts: {
    eta: 'Estimated travel',
    uncertainty: 'Uncertainty of position',
    asked: 'Asked often today',
    served: 'Served this week',
    passenger: 'Carrying a passenger',
    dropOff: 'Dropping a passenger off first',
    implausibility: 'Doubtful position',
    alerts: 'Seldom accepts',
    minutes: 'Sum',
    priority: 'Priority weight of the incident',
  },
  reasons: english.matchReason,
  remedies: english.remedy,
  system: {
    mongo_away: 'The database does not answer: nothing can be saved',
    clock_skew: 'The server clock is off: nothing can be saved',
    redis_away: 'Redis does not answer: search and deliveries are slow',
    worker_silent: 'The worker is silent: nobody is asked, nothing is delivered',
    endpoint_gone: 'A partner has switched off his endpoint (410): his volunteers hear nothing',
    endpoint_sick: 'The endpoint of a partner fails: only what is urgent is tried',
    dead_letters: 'Messages to partners were given up: see Partners',
    action_missing: 'An open incident waits for nothing: look at the list of incidents',
    action_late: 'What an incident waits for is more than 15 s late: check the workers',
    watch_silent: 'The watch is silent: alarms go to the screens only',
    gateway_away: 'A gateway takes no alarms: people on call are not told',
  },
} satisfies Catalogue['match']
