/**
 * What one partner may send and ask. Published in the OpenAPI document and in the partner guide; a test keeps all three
 * together.
 */
export const partnerLimits = {
  /** The window in which requests are counted, over all processes of the api. */
  windowS: 10,
  /** Requests in a window, by kind. */
  requests: { events: 2000, evidence: 50, positions: 200, reads: 200 },
  /** Bytes of one body, by kind; reads have none. */
  bytes: { events: 65_536, evidence: 5 * 1024 * 1024, positions: 262_144 },
  /** Requests of one partner that one process works on at the same time, by kind. */
  atOnce: { events: 500, evidence: 8, positions: 16, reads: 32 },
} as const
export type PartnerLimitKind = keyof typeof partnerLimits.requests
