// Makes a bare clone ready: installs the exact packages of the lockfile when they are not there yet. Plain JavaScript
// without a single package, because it runs before any is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const marker = `${root}node_modules/.installed-lockfile`

const stop = (...lines) => {
  for (const line of lines) console.error(line)
  process.exit(1)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 11))
  stop(`Top Ranger needs Node 20.11 or newer; this is ${process.versions.node}.`, 'See https://nodejs.org')

const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex')
const installed = existsSync(marker) ? readFileSync(marker, 'utf8') : ''

if (installed !== wanted) {
  console.log('Installing packages (once, about half a minute) …')
  const startedAt = Date.now()
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (error || status !== 0)
    stop(
      'The packages could not be installed: see the lines above.',
      'Way out: check that this machine reaches the npm registry, then run the same command again.',
    )
  writeFileSync(marker, wanted)
  console.log(`Packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s.`)
}
