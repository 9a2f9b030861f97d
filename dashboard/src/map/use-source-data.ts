import type { GeoJSON } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { useEffect } from 'react'

/** Keeps what a source of the map holds equal to `data`. */
export const useSourceData = (map: MapLibreMap | null, source: string, data: GeoJSON): void => {
  useEffect(() => {
    // A failure is told by the map's own error event.
    void map?.getSource<GeoJSONSource>(source)?.setData(data)
  }, [map, source, data])
}
