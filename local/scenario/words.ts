import type { z } from 'zod'
import type { Routes } from '#contracts/wire/routes/all.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'

/** The words of the public API that a scenario is written in. */
export type Incident = IncidentDetail['incident']
export type Hazard = Incident['hazard']
export type Severity = Incident['severity']
export type Report = z.input<Routes['reportIncident']['body']>
export type NeedRow = z.input<Routes['setNeeds']['body']>['needs'][number]
export type Referral = z.input<Routes['referIncident']['body']>['to']
export type Kelurahan = z.output<Routes['reference']['response']>['kelurahan'][number]
