import { configDefaults, defineConfig } from 'vitest/config'

/** Rooms whose tests need no server and leave nothing behind: their files share one process, which spares loading everything anew. */
const pure = ['contracts/domain', 'contracts/wire', 'dashboard', 'worker/matching'].map(
  (room) => `tests/${room}/**/*.test.ts`,
)
const patience = { testTimeout: 60_000, hookTimeout: 90_000 }

export default defineConfig({
  test: {
    // Two: the tests share one MongoDB and one Redis, and most of their time is spent there.
    maxWorkers: 2,
    projects: [
      { test: { name: 'pure', include: pure, isolate: false, ...patience } },
      {
        test: {
          name: 'real',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'tests/browser/**', 'tests/bench/**', ...pure],
          globalSetup: ['tests/world/global-setup.ts'],
          setupFiles: ['tests/world/tidy.ts'],
          ...patience,
        },
      },
    ],
  },
})
