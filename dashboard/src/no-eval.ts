import { z } from 'zod'

// Our pages forbid eval; without this zod tries it once per visit and the browser complains. Imported before any schema.
z.config({ jitless: true })
