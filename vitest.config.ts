import { configDefaults, defineConfig } from 'vitest/config'

const inRooms = (...rooms: string[]): string[] => rooms.map((room) => `tests/${room}/**/*.test.ts`)

/** No server, and nothing left behind: these files share one process, which spares loading everything anew for each. */
const pure = inRooms('contracts/domain', 'contracts/wire', 'dashboard', 'worker/matching')
/** The same beside servers: an api or a worker inside the test, closed at its end. */
const inside = inRooms('api', 'worker', 'contracts/store', 'flows', 'races')
/** Processes, sockets and clocks of their own: each file alone. */
const alone = [...inRooms('api/live', 'api/matrix', 'contracts/runtime'), 'tests/worker/*.test.ts']

const patience = { testTimeout: 60_000, hookTimeout: 90_000 }
const withServers = {
  globalSetup: ['tests/world/global-setup.ts'],
  setupFiles: ['tests/world/tidy.ts'],
  ...patience,
}
const never = [...configDefaults.exclude, 'tests/browser/**', 'tests/bench/**']

export default defineConfig({
  test: {
    // Two: the tests of a project share one MongoDB and one Redis, and most of their time is spent there.
    maxWorkers: 2,
    projects: [
      { test: { name: 'pure', include: pure, isolate: false, ...patience } },
      {
        test: {
          name: 'inside',
          include: inside,
          exclude: [...never, ...pure, ...alone],
          isolate: false,
          ...withServers,
        },
      },
      {
        test: {
          name: 'real',
          include: ['tests/*.test.ts', ...inRooms('!(api|contracts|flows|races|worker)'), ...alone],
          exclude: [...never, ...pure],
          ...withServers,
        },
      },
    ],
  },
})
