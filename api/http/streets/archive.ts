import { open } from 'node:fs/promises'
import type { Response } from 'express'
import { digest } from '#contracts/runtime/ids.ts'
import { Trouble } from '../../trouble.ts'

/** Header and root directory: where everything else lies. Another file of the same length differs in them. */
const START = 16_384

/**
 * Names the content, and not the copy of it: two apis with a file each say the same, and a map that read the beginning
 * of an older file notices. @throws Trouble `not_found` when the file is away
 */
const nameOf = async (path: string): Promise<{ size: number; etag: string }> => {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Trouble('not_found') : error
  })
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START), 0, START, 0)
    return { size, etag: `"${digest(`${size}:${buffer.toString('latin1', 0, bytesRead)}`)}"` }
  } finally {
    await file.close()
  }
}

interface SendError extends Error {
  status?: number
  code?: string
}

/** Who moves the map no longer wants the tiles that it left behind. */
const isGone = ({ code }: SendError): boolean => code === 'ECONNABORTED'

/** Sends the part of the file that is asked for, and never more of it through memory than a piece. @throws Trouble `not_found` */
export const sendArchive = async (path: string, res: Response): Promise<void> => {
  const { size, etag } = await nameOf(path)
  res.set({ etag, 'cache-control': 'private, no-cache' }).type('application/vnd.pmtiles')
  const error = await new Promise<SendError | undefined>((sent) => {
    res.sendFile(path, { etag: false, cacheControl: false, lastModified: false, dotfiles: 'allow' }, sent)
  })
  if (error === undefined || isGone(error)) return
  if (error.status !== 416) throw error
  res.status(416).set('content-range', `bytes */${size}`).end()
}
