/** To whom a door outside the catalogue opens. */
type Door =
  /** Whoever comes. */
  | 'anybody'
  /** A partner, by his signature. */
  | 'partner'
  /** Whoever holds the secret address of a task. */
  | 'link'
  /** A volunteer who signed in by the code on his phone, from our own page. */
  | 'visitor'

/** Written by hand: what answers beside the catalogue, to whom, and what somebody hears who is none of them. */
export const outside: Readonly<Record<string, readonly [Door, status: number]>> = {
  'POST /partner/v1/events': ['partner', 401],
  'POST /partner/v1/evidence': ['partner', 401],
  'POST /partner/v1/positions': ['partner', 401],
  'GET /partner/v1/offers': ['partner', 401],
  'GET /partner/v1/assignments/:id': ['partner', 401],
  'GET /partner/v1/events/:webhookId': ['partner', 401],

  'GET /t/assets/task.css': ['anybody', 200],
  'GET /t/assets/task.js': ['anybody', 200],
  'GET /t/:token': ['link', 404],
  'GET /t/:token/sos': ['link', 404],
  'GET /t/:token/stage': ['link', 404],
  'POST /t/:token/bahasa': ['link', 404],
  'POST /t/:token/accept': ['link', 404],
  'POST /t/:token/decline': ['link', 404],
  'POST /t/:token/progress': ['link', 404],
  'POST /t/:token/sos': ['link', 404],
  'POST /t/:token/checkin': ['link', 404],
  'POST /t/:token/note': ['link', 404],
  'POST /t/:token/read': ['link', 404],
  'POST /t/:token/message': ['link', 404],
  'POST /t/:token/photo': ['link', 404],
  'POST /t/:token/position': ['link', 404],

  'GET /siaga/masuk': ['anybody', 200],
  'GET /siaga/kode': ['anybody', 200],
  'POST /siaga/kode': ['visitor', 403],
  'POST /siaga/masuk': ['visitor', 403],
  'POST /siaga/keluar': ['visitor', 403],
  'POST /siaga/bahasa': ['visitor', 403],
  'GET /siaga': ['visitor', 303],
  'GET /siaga/riwayat': ['visitor', 303],
  'GET /siaga/data': ['visitor', 303],
  'GET /siaga/data.json': ['visitor', 303],
  'GET /siaga/sos': ['visitor', 303],
  'GET /siaga/stage': ['visitor', 303],
  'POST /siaga/mulai': ['visitor', 303],
  'POST /siaga/akhiri': ['visitor', 303],
  'POST /siaga/setuju': ['visitor', 303],
  'POST /siaga/sos': ['visitor', 401],
  'POST /siaga/aman': ['visitor', 303],
  'POST /siaga/pesan': ['visitor', 303],
  'POST /siaga/tarik': ['visitor', 303],

  'GET /health/live': ['anybody', 200],
  'GET /health/ready': ['anybody', 200],
  'GET /metrics': ['anybody', 200],
  'GET /api/docs': ['anybody', 200],
  'GET /api/v1/openapi.json': ['anybody', 200],
  'GET /map/boundaries.geojson': ['anybody', 204],
  'GET /map/streets.json': ['anybody', 204],
}
