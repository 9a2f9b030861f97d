import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { Palette } from '../palette.ts'

/** Streets as the map takes them. Every id begins with `OF_STREETS`, so that none meets one of ours. */
export interface Drawn {
  sources: Readonly<Record<string, SourceSpecification>>
  /** From the lowest to the highest. */
  layers: readonly LayerSpecification[]
}

export const OF_STREETS = 'streets:'

/** The colours of the page, which the streets keep behind. */
export interface Look {
  palette: Palette
  dark: boolean
}
