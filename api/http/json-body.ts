import express, { type Request, type RequestHandler, type Response } from 'express'
import { Trouble } from '../trouble.ts'

const LIMIT = 65_536
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i

const parse = express.json({ limit: LIMIT, inflate: false, type: () => true })

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Lets a parser of express read the body. Rejects with what it throws (malformed, too large). */
export const readWith = (parser: RequestHandler, req: Request, res: Response): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    void parser(req, res, (error?: unknown) => {
      if (error === undefined) resolve()
      else reject(error instanceof Error ? error : new Error('the body cannot be read', { cause: error }))
    })
  })

/**
 * The JSON body, at most 64 kB; a request without a body is one with an empty object. Called after the caller is known:
 * nobody else's body is read.
 * @throws Trouble `unsupported_type`; errors of the body parser (malformed, too large)
 */
export const readJson = async (req: Request, res: Response): Promise<unknown> => {
  if (!hasBody(req)) return {}
  if (!JSON_TYPE.test(req.headers['content-type'] ?? '')) throw new Trouble('unsupported_type')
  await readWith(parse, req, res)
  return req.body
}
