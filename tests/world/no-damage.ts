import type { Impact, ImpactTexts } from '#contracts/domain/incident/impact.ts'

/** Somebody has looked everywhere and found nothing. */
export const noDamage: Impact = {
  dead: 0,
  missing: 0,
  injured: 0,
  displaced: 0,
  households: 0,
  persons: 0,
  housesHeavy: 0,
  housesModerate: 0,
  housesLight: 0,
  housesFlooded: 0,
}

/** Nobody has counted anything yet. */
export const notCounted: Impact = {
  dead: null,
  missing: null,
  injured: null,
  displaced: null,
  households: null,
  persons: null,
  housesHeavy: null,
  housesModerate: null,
  housesLight: null,
  housesFlooded: null,
}

/** Nothing was told in words beside the numbers. */
export const noWords: ImpactTexts = { cause: null, condition: null, efforts: null, urgentNeeds: null }
