import { z } from 'zod'

/** Who signs in. `pimpinan` (mayor and council) reads only; what each role may do stands in api/policies. */
export const roles = [
  'operator',
  'supervisor',
  'commander',
  'kalak',
  'pimpinan',
  'coordinator',
  'partner_admin',
  'admin',
] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>
