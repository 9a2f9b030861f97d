import type { Book } from './book.ts'
import type { Diary } from './diary.ts'
import type { Platform } from './platform.ts'
import type { Settings } from './settings.ts'
import type { Time } from './time.ts'
import type { Surprises } from './unexpected.ts'

/** Everything that a played person can touch. */
export interface Simulation {
  settings: Settings
  time: Time
  /** When this life began (ms): from then on it goes as fast as it is played. */
  began: number
  book: Book
  platform: Platform
  diary: Diary
  surprises: Surprises
}

/** Seconds on the clock for `seconds` of life. */
export const lived = ({ settings }: Simulation, seconds: number): number => seconds / settings.speed

/** The moment of this life: real when it began, and then as many times faster. Shifts go by it. */
export const lifeNow = ({ settings, time, began }: Simulation): Date =>
  new Date(began + (time.now().getTime() - began) * settings.speed)
