import type { Locale } from '#contracts/wire/labels/labels.ts'

const id = {
  over: 'Waktu habis',
  sharing: 'Mengirim posisi… (tekan untuk berhenti)',
  shared: 'Posisi Anda sedang dibagikan (tekan untuk berhenti)',
  unshared: 'Posisi Anda belum terkirim; terus dicoba (tekan untuk berhenti)',
  sending: 'Mengirim…',
  sent: 'Permintaan bantuan terkirim: posko mendapat alarm. Usahakan telepon Anda tetap menyala.',
  arrived: 'Sudah terkirim.',
  unsent: 'Belum terkirim',
  call: 'telepon',
  trying: 'Halaman ini terus mencoba.',
  again: 'Isian Anda masih di sini. Coba lagi.',
  noSignal: 'Tidak ada sinyal. Halaman ini tetap di sini.',
  callUnderWay: 'Permintaan bantuan masih dikirim. Tetap di halaman ini.',
  underWay: 'Isian Anda masih dikirim. Tetap di halaman ini.',
}

/** What the script of the pages says by itself. */
export const scriptWords: Record<Locale, typeof id> = {
  id,
  en: {
    over: 'Time is over',
    sharing: 'Sending your position… (press to stop)',
    shared: 'Your position is being shared (press to stop)',
    unshared: 'Your position was not sent; still trying (press to stop)',
    sending: 'Sending…',
    sent: 'Your call for help was sent: the command post has an alarm. Keep your phone on if you can.',
    arrived: 'It was sent.',
    unsent: 'Not sent',
    call: 'call',
    trying: 'This page keeps trying.',
    again: 'What you wrote is still here. Try again.',
    noSignal: 'No signal. This page stays here.',
    callUnderWay: 'Your call for help is still being sent. Stay on this page.',
    underWay: 'What you wrote is still being sent. Stay on this page.',
  },
}
