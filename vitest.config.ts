import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/bench/**'],
    globalSetup: ['tests/world/global-setup.ts'],
    setupFiles: ['tests/world/tidy.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
    // Two: the tests share one MongoDB and one Redis, and most of their time is spent there.
    maxWorkers: 2,
  },
})
