import express, { type RequestHandler } from 'express'
import { partnerLimits } from '#contracts/wire/partner/limits.ts'
import { bytesOf } from '../http/partner/raw-body.ts'
import { invalid, Trouble } from '../trouble.ts'

/** What stands around the file in a form. */
const AROUND_BYTES = 65_536
const MOST_BYTES = partnerLimits.bytes.evidence

/** The fields of a form with one file in it, as the browser wrote them. @throws Trouble `invalid`, `too_large` */
const readForm = async (bytes: Buffer, type: string): Promise<Record<string, unknown>> => {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw invalid('body', 'is no form')
    })
  const file = form.get('photo')
  if (!(file instanceof Blob) || file.size === 0) throw invalid('photo', 'no photo came along')
  if (file.size > MOST_BYTES) throw new Trouble('too_large')
  return { nonce: form.get('nonce'), photo: Buffer.from(await file.arrayBuffer()) }
}

/** Reads a form that brings a photo, of at most 5 MB. */
export const photoForm: RequestHandler[] = [
  express.raw({ type: 'multipart/form-data', limit: MOST_BYTES + AROUND_BYTES, inflate: false }),
  async (req, _res, next) => {
    req.body = await readForm(bytesOf(req.body), req.headers['content-type'] ?? '')
    next()
  },
]
