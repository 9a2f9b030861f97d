import express, { type RequestHandler } from 'express'
import { Trouble } from '../../trouble.ts'

const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i
const isJson = (type: string): boolean => JSON_TYPE.test(type)

/**
 * Reads the body as the bytes that were signed: at most `limit`, never decompressed, and only once `mayBeRead` lets it pass.
 * @throws Trouble `unsupported_type`; errors of `mayBeRead` and of the body parser
 */
export const rawBody = (
  limit: number,
  mayBeRead: RequestHandler,
  isWelcome: (type: string) => boolean = isJson,
): RequestHandler[] => [
  (req, _res, next) => {
    if (!isWelcome(req.headers['content-type'] ?? '')) throw new Trouble('unsupported_type')
    next()
  },
  mayBeRead,
  express.raw({ limit, inflate: false, type: () => true }),
]

/** What `rawBody` has read; a request without a body has none. */
export const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))

/** @throws Trouble `malformed` */
export const parseJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Trouble('malformed')
  }
}
