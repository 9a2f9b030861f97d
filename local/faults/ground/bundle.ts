import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
/** Apart from the bundles of a city that may run beside, and from those of another harness. */
const outOf = (folder: string): string => join(root, 'dist', folder)

const entries = {
  api: 'api/main.ts',
  worker: 'worker/main.ts',
  'planner-thread': 'worker/planner/thread.ts',
  crowd: 'local/faults/crowd/main.ts',
} as const

export const bundleOf = (name: keyof typeof entries, folder = 'faults'): string =>
  join(outOf(folder), `${name}.mjs`)

/** The processes as the tree stands now, one file each. */
export const bundle = async (folder = 'faults'): Promise<void> => {
  await esbuild.build({
    entryPoints: Object.entries(entries).map(([out, entry]) => ({ in: join(root, entry), out })),
    outdir: outOf(folder),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'error',
  })
}
