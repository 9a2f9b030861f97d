import { z } from 'zod'
import { Instant } from '#contracts/domain/instant.ts'
import type { Route } from './route.ts'

/** Minutes that a reading may ask for. */
export const coverageMinutes = ['5', '10', '15'] as const

/** Who reaches which kelurahan (jangkauan). */
export const coverageRoutes = {
  readCoverage: {
    method: 'get',
    path: '/coverage',
    action: 'volunteer.read',
    summary:
      'How many volunteers on duty reach each kelurahan within so many minutes, the thinnest first: by the travel time, the believed positions and the danger zones that matching goes by.',
    query: z.strictObject({ minutes: z.enum(coverageMinutes).default('10') }),
    status: 200,
    response: z.object({
      at: Instant,
      minutes: z.int(),
      /** Natural persons on duty who may serve, and how many of them are nowhere to be found. */
      onDuty: z.int(),
      unplaced: z.int(),
      areas: z.array(
        z.object({
          code: z.string(),
          free: z.int(),
          bound: z.int(),
          nearestS: z.int().nullable(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Route>
