import type { Outcome } from '#contracts/store/receipts.ts'
import { Problem } from '#contracts/wire/problem.ts'
import { z } from 'zod'

/** What an answer by form came to; kept under its nonce, so that the page can say it after the redirect. */
export const Result = z.object({
  result: z.enum([
    'confirmed',
    'already_filled',
    'standby',
    'expired',
    'withdrawn',
    'declined',
    'applied',
    'already_past',
    'sos',
    'read',
    'safe',
    'noted',
    'written',
    'photo',
  ]),
  /** The offer that was confirmed, when it is another one than that of the link. */
  offerId: z.string().optional(),
})
export type Result = z.infer<typeof Result>

const words: Record<Result['result'], { look: 'good' | 'calm'; text: string }> = {
  confirmed: { look: 'good', text: 'Terima kasih. Tugas ini milik Anda.' },
  already_filled: { look: 'calm', text: 'Terima kasih. Kebutuhan sudah terpenuhi oleh relawan lain.' },
  standby: { look: 'calm', text: 'Terima kasih. Posisi sudah terisi; Anda dicatat sebagai cadangan.' },
  expired: { look: 'calm', text: 'Terima kasih. Jawaban Anda diterima setelah waktunya lewat.' },
  withdrawn: { look: 'calm', text: 'Terima kasih. Tawaran ini sudah ditarik.' },
  declined: { look: 'calm', text: 'Jawaban Anda sudah tercatat.' },
  applied: { look: 'good', text: 'Tercatat.' },
  already_past: { look: 'calm', text: 'Langkah ini sudah tercatat sebelumnya.' },
  sos: { look: 'good', text: 'Permintaan bantuan terkirim. Posko akan menghubungi Anda.' },
  safe: { look: 'good', text: 'Terima kasih. Posko tahu bahwa Anda aman.' },
  noted: { look: 'good', text: 'Catatan Anda sudah sampai di posko.' },
  written: { look: 'good', text: 'Pesan Anda sudah sampai di posko.' },
  photo: { look: 'good', text: 'Foto Anda sudah sampai di posko.' },
  read: { look: 'good', text: 'Terima kasih, sudah tercatat.' },
}

/** What to say of a kept answer, calmly; null when it is not one of ours. */
export const sayResult = ({ body }: Outcome): { look: 'good' | 'calm'; text: string } | null => {
  const result = Result.safeParse(body)
  if (result.success) return words[result.data.result]
  const no = Problem.safeParse(body)
  return no.success ? { look: 'calm', text: no.data.title } : null
}
