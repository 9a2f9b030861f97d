import type { Volunteer } from '#contracts/domain/volunteer/state.ts'
import type { Models } from '#contracts/store/models.ts'
import { createVolunteerQueries } from '#contracts/store/volunteer-queries.ts'

/** All records of his in the agency, through whichever partner, himself first. */
export const recordsOfPerson = async (models: Models, volunteer: Volunteer): Promise<Volunteer[]> => {
  const { id, agencyId, personKey } = volunteer
  const found = await createVolunteerQueries(models).ofPersons(agencyId, [personKey])
  return [volunteer, ...found.flatMap((record) => (record._id === id ? [] : [record.state]))]
}
