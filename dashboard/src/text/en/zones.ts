import { english } from '#contracts/wire/labels/en.ts'
import type { Catalogue } from '../catalogue.ts'

export const zones: Catalogue['zones'] = {
  title: 'Danger zones',
  kind: english.zoneKind,
  state: english.zoneState,
  label: (kind, until, drill) => `${drill ? 'Drill: ' : ''}${kind}\nuntil ${until}`,
  intro: 'Volunteers inside a zone, or who would have to go in or across, are not asked.',
  none: 'No danger zones',
  noneHint: 'Draw one where a road or an area is not safe to pass.',
  draw: 'Draw a zone',
  drawn: 'The danger zone is in force.',
  end: 'End',
  endTitle: 'End the danger zone?',
  endIntro: 'Volunteers whom it kept away will be asked again.',
  ended: 'The danger zone has ended.',
  bars: 'Closed to',
  barsMissing: 'Choose at least one kind of vehicle.',
  kindField: 'Kind of danger',
  shape: 'Shape',
  circle: 'Circle',
  corners: 'Corners on the map',
  middle: 'Middle: kelurahan',
  noMiddle: 'The point clicked on the map',
  middleHint: 'Or click its middle on the map.',
  radius: 'Radius (metres)',
  radiusWrong: 'Enter 50 to 5,000 metres.',
  cornersHint: 'Click its corners on the map in order; by keyboard: arrows, then Enter.',
  cornerCount: (count) => (count === 1 ? '1 corner' : `${String(count)} corners`),
  undo: 'Take back the last corner',
  missing: 'Choose the middle of a circle, or at least three corners.',
  crossed: 'The outline crosses itself. Take back the last corner and try again.',
  lasts: 'In force for',
  hours: (hours) => {
    const [count, unit] = hours % 24 === 0 ? [hours / 24, 'day'] : [hours, 'hour']
    return `${String(count)} ${unit}${count === 1 ? '' : 's'}`
  },
  reason: 'What is known',
  reasonMissing: 'Say what is known.',
  drill: 'Drill',
  drillHint: 'Holds for drills only.',
  times: (from, until) => `${from} until ${until} WITA`,
  here: (kind, vehicles, until) =>
    `Inside a danger zone (${kind}): ${vehicles} not sent here until ${until}.`,
  inside: (waiting, out) => `Inside now: ${String(waiting)} on duty, ${String(out)} asked or on task`,
  by: (name) => `Drawn by ${name}`,
}
