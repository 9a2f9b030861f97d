import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express, { Router, type Request } from 'express'
import { ConfigError } from '#contracts/runtime/env.ts'

/** Addresses that are not the screen's: a wrong one is a 404 there, never a page. */
const FOREIGN = /^\/(?:api|partner|t|health|metrics|assets)(?:\/|$)/

const wantsPage = (req: Request): boolean =>
  (req.method === 'GET' || req.method === 'HEAD') &&
  !FOREIGN.test(req.path) &&
  !/\.\w+$/.test(req.path) &&
  req.accepts('html') === 'html'

/** The built screens; whatever else a browser asks for as a page is theirs to draw. @throws ConfigError when they are not built */
export const dashboardRouter = (dir: string): Router => {
  const index = join(dir, 'index.html')
  if (!existsSync(index))
    throw new ConfigError([`DASHBOARD_DIR: no index.html there; build the dashboard first`])
  const router = Router()
  // Only what is the same for everybody: an answer with a secret in it is never packed.
  router.use(compression())
  // Built files carry a digest in their name.
  router.use(
    '/assets',
    express.static(join(dir, 'assets'), { immutable: true, maxAge: '365d', index: false }),
  )
  router.use(express.static(dir, { index: false, redirect: false }))
  router.use((req, res, next) => {
    if (!wantsPage(req)) return next()
    res.set('cache-control', 'no-cache').sendFile(index)
  })
  return router
}
