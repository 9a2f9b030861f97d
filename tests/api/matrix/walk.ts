import type { Express } from 'express'

/** What Express keeps of each step of a router, beyond what its types tell. */
interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
  /** Mounted at the root: it takes every path. */
  slash: boolean
  match: (path: string) => boolean
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/**
 * `GET /map/streets.json` of everything that an app answers. `mounts`: where its routers may stand, which Express does not
 * tell. @throws for a router that stands anywhere else
 */
export const routesOf = ({ router }: Express, mounts: readonly string[]): string[] => {
  const walk = (layers: readonly Layer[], under: string): string[] =>
    layers.flatMap((layer) => {
      const { route, handle, slash } = layer
      if (route !== undefined) {
        const paths = [route.path].flat().map((path) => (under !== '' && path === '/' ? under : under + path))
        const known = methods.filter((method) => route.methods[method])
        return known.flatMap((method) => paths.map((path) => `${method.toUpperCase()} ${path}`))
      }
      if (handle.stack === undefined) return []
      const mount = slash ? '' : mounts.find((one) => layer.match(`${one}/anything`))
      if (mount === undefined) throw new Error('a router stands where no row knows of it')
      return walk(handle.stack, under + mount)
    })
  return walk(router.stack as never, '')
}
