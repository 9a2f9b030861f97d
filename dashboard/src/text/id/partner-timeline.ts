import type { PartnerSentences } from '../sentences.ts'

const way = { in: 'masuk', out: 'keluar' }

/** One sentence for each fact of a partner. */
export const partnerTimeline: PartnerSentences = {
  'partner.created': ({ sandbox }) => (sandbox ? 'Mitra sandbox dibuat' : 'Mitra dibuat'),
  'partner.endpoint_proposed': ({ url }) => `Alamat diusulkan: ${url}`,
  'partner.endpoint_checked': ({ url }) => `Ping dijawab oleh ${url}`,
  'partner.endpoint_dropped': ({ url }) => `Usulan dibuang: ${url}`,
  'partner.endpoint_set': ({ url }) => (url === null ? 'Alamat tujuan dihapus' : `Alamat berlaku: ${url}`),
  'partner.secret_added': ({ direction }) => `Kunci ${way[direction]} ditambahkan`,
  'partner.secret_retired': ({ direction }) => `Kunci ${way[direction]} dipensiunkan`,
  'partner.secret_retiring': ({ direction }) => `Kunci ${way[direction]} yang lama diberi batas waktu`,
  'partner.replay_ordered': ({ deliveryId }) => `Kirim ulang diperintahkan: ${deliveryId}`,
  'partner.letter_set_aside': ({ deliveryId }) => `Pesan yang gagal dikesampingkan: ${deliveryId}`,
  'partner.disabled': () => 'Dinonaktifkan',
  'partner.enabled': () => 'Diaktifkan',
}
