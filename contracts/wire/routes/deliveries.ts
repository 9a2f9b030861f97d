import { z } from 'zod'

/** `dropped`: no longer true before it arrived, and nobody misses it; `dead`: given up. */
export const DeliveryState = z.enum(['pending', 'delivered', 'dropped', 'dead'])
