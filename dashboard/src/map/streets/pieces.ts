import { EtagMismatch, type Source } from 'pmtiles'
import type { Read } from './read.ts'

const PART = 206
const NOT_SATISFIABLE = 416

/** The file at `address`, piece by piece. A piece of another file than the first one was is noticed. */
export const piecesOf = (address: string, read: Read): Source => ({
  getKey: () => address,
  getBytes: async (offset, length, signal, known) => {
    const range = `bytes=${String(offset)}-${String(offset + length - 1)}`
    const answer = await read(address, { range }, signal)
    const etag = answer.headers.get('etag') ?? undefined
    const isOther = known !== undefined && etag !== undefined && known !== etag
    if (isOther || answer.status === NOT_SATISFIABLE) throw new EtagMismatch(`${address} has changed`)
    if (answer.status !== PART) throw new Error(`${address}: answered ${String(answer.status)}`)
    return { data: await answer.arrayBuffer(), etag }
  },
})
