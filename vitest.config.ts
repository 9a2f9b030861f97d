import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/bench/**'],
    globalSetup: ['tests/world/global-setup.ts'],
    setupFiles: ['tests/world/tidy.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
    // Three on two cores: the tests share one MongoDB and one Redis, and much of their time is waiting.
    maxWorkers: 3,
  },
})
