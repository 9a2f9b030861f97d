import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
const outdir = join(root, 'dist', 'faults')

const entries = {
  api: 'api/main.ts',
  worker: 'worker/main.ts',
  'planner-thread': 'worker/planner/thread.ts',
  crowd: 'local/faults/crowd/main.ts',
} as const

export const bundleOf = (name: keyof typeof entries): string => join(outdir, `${name}.mjs`)

/** The processes as the tree stands now, one file each, apart from the bundles of a city that may run beside. */
export const bundle = async (): Promise<void> => {
  await esbuild.build({
    entryPoints: Object.entries(entries).map(([out, entry]) => ({ in: join(root, entry), out })),
    outdir,
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
