import type { VolunteerView } from '#contracts/wire/routes/views.ts'
import type { LiveCity } from '../../live/fold.ts'

/** A list that took several pages to read is older than what the live view tells: of duty, standing and calls for help that holds. */
export const asOfNow = (volunteers: readonly VolunteerView[], city: LiveCity | null): VolunteerView[] =>
  volunteers.map((view) => {
    const known = city?.volunteers.get(view.id)
    if (known === undefined || known.version <= view.version) return view
    const { duty, standing, declaredArea, sosAt } = known.state
    return { ...view, duty, standing, declaredArea, sosAt }
  })
