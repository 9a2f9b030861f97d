/** Names of what is cached. The first word is the kind, so that a kind can be marked stale as a whole. */
export const keys = {
  incidents: ['incidents'],
  openIncidents: ['incidents', 'open'],
  archive: (q: string) => ['incidents', 'archive', q],
  incident: (id: string) => ['incident', id],
  incidentFacts: (id: string) => ['incidentFacts', id],
  photo: (id: string) => ['photo', id],
  alarms: ['alarms'],
  reference: ['reference'],
  boundaries: ['boundaries'],
  nearest: (point: unknown) => ['nearest', point],
  nearby: (point: unknown, radiusM: number) => ['nearby', point, radiusM],
  allVolunteers: ['volunteers'],
  volunteers: (filter: unknown) => ['volunteers', filter],
  volunteer: (id: string) => ['volunteer', id],
  volunteerFacts: (id: string) => ['volunteerFacts', id],
} as const
