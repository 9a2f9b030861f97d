import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** One named test against a planted bug. Tests that need servers get them by `PLANTED_SERVERS`. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    ...(process.env['PLANTED_SERVERS'] === 'true' ? { globalSetup: ['tests/world/global-setup.ts'] } : {}),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    bail: 1,
    maxWorkers: 1,
  },
})
