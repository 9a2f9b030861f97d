import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { build } from 'vite'

/** The page of this room, built as the dashboard is built, and served on this machine. */
export const servePage = async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'top-ranger-movers-'))
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    // As in dashboard/vite.config.ts: MapLibre's worker is a module.
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, assetsInlineLimit: 0 },
  })
  const server = express().use(express.static(outDir)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    close: async (): Promise<void> => {
      server.closeAllConnections()
      server.close()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
