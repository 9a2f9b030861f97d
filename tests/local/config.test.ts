import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { cityConfig } from '../../local/config.ts'

it('hands the variables of the map on to the api, files by their whole path', () => {
  const MAP_ATTRIBUTION = 'Contoh'
  expect(cityConfig({}).map).toEqual({})
  expect(
    cityConfig({ MAP_PMTILES: 'kota.pmtiles', MAP_BOUNDARIES: '/a.geojson', MAP_ATTRIBUTION }).map,
  ).toEqual({
    MAP_PMTILES: resolve('kota.pmtiles'),
    MAP_BOUNDARIES: '/a.geojson',
    MAP_ATTRIBUTION,
  })
  const MAP_TILES = 'https://peta.contoh.id/{z}/{x}/{y}.png'
  const MAP_STYLE = 'https://peta.contoh.id/gaya.json'
  expect(cityConfig({ MAP_TILES, MAP_STYLE: 'gaya.json' }).map).toEqual({
    MAP_TILES,
    MAP_STYLE: resolve('gaya.json'),
  })
  expect(cityConfig({ MAP_STYLE }).map).toEqual({ MAP_STYLE })
})
