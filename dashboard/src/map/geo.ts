import type { Feature, FeatureCollection, Geometry, LineString, Point as Dot } from 'geojson'
import type { Point } from '#contracts/domain/place.ts'

/** GeoJSON has the longitude first. */
const position = ({ lng, lat }: Point): [number, number] => [lng, lat]

export const dot = <P extends object>(point: Point, properties: P): Feature<Dot, P> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: position(point) },
})

export const line = <P extends object>(from: Point, to: Point, properties: P): Feature<LineString, P> => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates: [position(from), position(to)] },
})

export const collection = <G extends Geometry, P extends object>(
  features: Feature<G, P>[],
): FeatureCollection<G, P> => ({ type: 'FeatureCollection', features })
