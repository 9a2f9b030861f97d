/** The commander's wall. */
export const wall = {
  title: 'Command wall',
  wrong: (count: number) =>
    count === 0
      ? 'What does not go well'
      : `What does not go well (${String(count)} ${count === 1 ? 'incident' : 'incidents'})`,
  well: 'Nothing: all deadlines are kept, no search has come to a dead end.',
  calm: (count: number) =>
    count === 0
      ? 'No other incident is open'
      : count === 1
        ? '1 incident goes as it should'
        : `${String(count)} incidents go as they should`,
  seen: 'seen',
  more: (count: number) => `+${String(count)} more`,
  page: (page: number, pages: number) => `${String(page)}/${String(pages)}`,
  pause: 'Hold',
  go: 'Go on',
  leave: 'Close the wall',
  soundLocked: 'The sound of this screen is locked: click here or press any key so that alarms are heard.',
  mayDarken: 'This browser cannot keep the display awake. Turn off the screen saver of this device.',
}
