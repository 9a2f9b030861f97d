import express, { type Request, type Response } from 'express'
import { partnerLimits } from '#contracts/wire/partner/limits.ts'
import type { Upload } from '#contracts/wire/routes/route.ts'
import { Trouble } from '../trouble.ts'
import { readWith } from './json-body.ts'
import { bytesOf } from './partner/raw-body.ts'

const parse = express.raw({ limit: partnerLimits.bytes.evidence, inflate: false, type: () => true })

/**
 * The bytes of a body of one of these types, at most 5 MB. Called after the caller is known, like `readJson`.
 * @throws Trouble `unsupported_type`; errors of the body parser (too large)
 */
export const readUpload = async (types: readonly string[], req: Request, res: Response): Promise<Upload> => {
  if (!types.includes((req.headers['content-type'] ?? '').toLowerCase()))
    throw new Trouble('unsupported_type')
  await readWith(parse, req, res)
  return { bytes: bytesOf(req.body) }
}
