import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unpackDebian } from '../servers/debian.ts'
import { serversConfig } from '../servers/config.ts'
import { librariesOf } from '../servers/libraries.ts'
import { run } from '../servers/run.ts'

/** The packages: the shoreline of the world in full resolution (40 MB), and a converter for its format. */
const PACKAGES = ['gmt-gshhg-full', 'netcdf-bin']
const SHORELINE = 'usr/share/gmt-gshhg/binned_GSHHS_f.nc'

/** Fetches the shoreline of GSHHG as Debian packs it, and turns it into classic netCDF, which is simple to read. */
export const fetchShoreline = async (note: (line: string) => void): Promise<Buffer> => {
  const root = await unpackDebian({ name: 'gshhg', packages: PACKAGES, suite: 'own' }, serversConfig(), note)
  const { folders } = librariesOf(root)
  const work = await mkdtemp(join(tmpdir(), 'top-ranger-basemap-'))
  try {
    const classic = join(work, 'shoreline.nc')
    const libraries = `LD_LIBRARY_PATH=${folders.join(':')}`
    await run('env', [
      libraries,
      join(root, 'usr/bin/nccopy'),
      '-k',
      'classic',
      join(root, SHORELINE),
      classic,
    ])
    return await readFile(classic)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
