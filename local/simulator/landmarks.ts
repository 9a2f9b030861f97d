import type { Point } from './geo.ts'

/** Well-known places of Kupang between which drivers wait and ride; approximate, from public sources. */
export const landmarks: readonly Point[] = [
  { lat: -10.1497, lng: 123.6088 }, // RSUD S. K. Lerik
  { lat: -10.1681, lng: 123.5858 }, // RSUD Prof. Dr. W. Z. Johannes
  { lat: -10.221, lng: 123.578 }, // RSUP Dr. Ben Mboi
  { lat: -10.1571, lng: 123.6104 }, // Siloam Hospitals
  { lat: -10.1566, lng: 123.6282 }, // RS Kartini
  { lat: -10.215, lng: 123.6206 }, // RS St. Carolus Borromeus
  { lat: -10.1788, lng: 123.6391 }, // RS Jiwa Naimata
  { lat: -10.1705, lng: 123.6274 }, // RSU Leona
  { lat: -10.1756, lng: 123.5557 }, // RSAL Samuel J. Moeda
  { lat: -10.1487, lng: 123.6242 }, // Posko Bencana BPBD
  { lat: -10.1685, lng: 123.6673 }, // Bandar Udara El Tari
  { lat: -10.1928, lng: 123.5279 }, // Pelabuhan Tenau
  { lat: -10.1589, lng: 123.6112 }, // Lippo Plaza
  { lat: -10.1726, lng: 123.6125 }, // Flobamora Mall
  { lat: -10.1601, lng: 123.6088 }, // Pasar Oebobo
  { lat: -10.1798, lng: 123.5987 }, // Pasar Kasih Naikoten
  { lat: -10.1637, lng: 123.5896 }, // Unika Widya Mandira
  { lat: -10.1861, lng: 123.6429 }, // IAKN Kupang
  { lat: -10.1688, lng: 123.6063 }, // Terminal Oebobo
  { lat: -10.1319, lng: 123.6691 }, // Pantai Lasiana
]
