import type { Wide } from '../catalogue.ts'
import type { zoneEdit as indonesian } from '../id/zone-edit.ts'

export const zoneEdit: Wide<typeof indonesian> = {
  change: 'Change',
  changeTitle: 'Change the zone',
  save: 'Save changes',
  saved: 'The danger zone was changed.',
  dragHint: 'Drag its corners on the map, or click its line for one more.',
  cornerTable: (count) => `Coordinates of ${String(count)} corners`,
  corner: (number, axis) => `Corner ${String(number)}, ${axis}`,
  lat: 'latitude',
  lng: 'longitude',
  removeCorner: (number) => `Remove corner ${String(number)}`,
  until: 'Holds until (WITA)',
  untilWrong: 'Give a time that has not passed.',
  past: 'Also show those that are over (30 days)',
  history: 'History',
  drawn: 'drawn',
  ended: 'ended',
  changed: (fields) => `changed: ${fields}`,
  fields: {
    kind: 'hazard',
    ring: 'outline',
    bars: 'vehicles',
    from: 'start',
    until: 'end',
    reason: 'details',
  },
}
