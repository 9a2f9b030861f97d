import { evolveIncident } from '#contracts/domain/incident/evolve.ts'
import { incidentFacts, type IncidentFactBody } from '#contracts/domain/incident/facts.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { scenariosOf } from '../scenario.ts'

export const birth = { id: 'inc_1', agencyId: '5371' }

/** given(facts).when(command).thenFacts(…) | .thenState(…) | .thenRefused(code) for incidents. */
export const { given, givenNothing, after, fold } = scenariosOf<Incident, IncidentFactBody>({
  evolve: evolveIncident,
  birth,
  catalogue: incidentFacts,
})
