import { join } from 'node:path'

/** Where Debian keeps libraries and the program loader, by the name that Node has for the processor. */
const LAYOUTS: Partial<Record<NodeJS.Architecture, { triplet: string; loader: string }>> = {
  x64: { triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
}

/** The library folders and the loader of an unpacked root. Throws on another processor. */
export function librariesOf(root: string): { folders: string[]; loader: string } {
  const layout = LAYOUTS[process.arch]
  if (layout === undefined) throw new Error(`there are no packages for a ${process.arch} processor`)
  const folders = [join(root, 'usr/lib', layout.triplet), join(root, 'lib', layout.triplet)]
  return { folders, loader: join(root, 'usr/lib', layout.triplet, layout.loader) }
}
