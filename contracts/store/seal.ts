import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

/** Secrets at rest: AES-256-GCM under a key derived from the server's own; `iv.tag.text` in base64url. */
export const createSeal = (serverKey: string, randomBytes: (size: number) => Buffer) => {
  const key = createHash('sha256').update(`seal:${serverKey}`).digest()
  return {
    seal: (plain: string): string => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return [iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url')).join('.')
    },
    /** Throws when the text was changed or sealed under another key. */
    open: (sealed: string): string => {
      const [iv, tag, text] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
      if (!iv || !tag || !text) throw new Error('not a sealed secret')
      const decipher = createDecipheriv('aes-256-gcm', key, iv)
      decipher.setAuthTag(tag)
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
    },
  }
}
export type Seal = ReturnType<typeof createSeal>
