import { Router } from 'express'
import type { Context } from '../../context.ts'
import { openApiDocument } from './document.ts'
import { docsPage } from './page.ts'

/** The contract as a file and as a page; made once, since it does not change while the process runs. */
export const docsRouter = (context: Context): Router => {
  const document = openApiDocument(context.config.publicUrl)
  const page = docsPage(document)
  const router = Router({ caseSensitive: true, strict: true })
  router.get('/api/v1/openapi.json', (_req, res) => {
    res.json(document)
  })
  router.get('/api/docs', (_req, res) => {
    res.type('html').send(page)
  })
  return router
}
