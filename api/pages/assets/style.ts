/** The one style sheet of the task link: large targets, high contrast, readable in the sun and at night. */
export const taskCss = `
:root{--ink:#111827;--soft:#4b5563;--line:#d1d5db;--paper:#fff;--wash:#f3f4f6;--go:#166534;--stop:#374151;--alarm:#b91c1c;--warn:#fef3c7;--warn-ink:#713f12}
@media (prefers-color-scheme:dark){:root{--ink:#f3f4f6;--soft:#9ca3af;--line:#374151;--paper:#111827;--wash:#1f2937;--go:#15803d;--stop:#4b5563;--alarm:#dc2626;--warn:#422006;--warn-ink:#fde68a}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif}
header,main,footer{max-width:34rem;margin:0 auto;padding:.75rem 1rem}
header{display:flex;justify-content:space-between;gap:1rem;border-bottom:1px solid var(--line);font-size:.9375rem}
.brand{font-weight:700}.agency{color:var(--soft);text-align:right}
footer{border-top:1px solid var(--line);color:var(--soft)}
h1{font-size:1.5rem;line-height:1.25;margin:.75rem 0}h2{font-size:1rem;margin:0 0 .25rem}
p{margin:.75rem 0}.small{font-size:.875rem;color:var(--soft)}
.drill{margin:0;padding:.5rem 1rem;background:#6d28d9;color:#fff;text-align:center;font-weight:700}
.clock{padding:.75rem;background:var(--wash);border-radius:.5rem}
.clock span{display:block;font-size:1.75rem;font-weight:700;font-variant-numeric:tabular-nums}
.state{padding:.5rem .75rem;background:var(--wash);border-radius:.5rem}
.result{padding:.75rem;border-radius:.5rem;background:var(--wash);border-left:.25rem solid var(--stop)}
.result.good{border-left-color:var(--go)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:.75rem 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}.text{white-space:pre-line}
.checkin,.messages{padding:.5rem .75rem;margin:1rem 0;background:var(--wash);border-radius:.5rem;border-left:.25rem solid var(--go)}
.safety{background:var(--warn);color:var(--warn-ink);padding:.75rem 1rem;border-radius:.5rem;margin:1rem 0}
ul{margin:0;padding-left:1.25rem}
button,.sos,select,textarea{display:block;width:100%;min-height:3.25rem;border-radius:.5rem;font:inherit}
button,.sos{border:0;margin:.75rem 0;padding:.75rem;font-weight:700;color:#fff;background:var(--stop);text-align:center;text-decoration:none;cursor:pointer}
button.yes{background:var(--go);min-height:4rem;font-size:1.25rem}
a.sos,button.sos{background:var(--alarm);color:#fff;font-weight:700}
input[type=file]{display:block;width:100%;margin:.5rem 0;min-height:2.75rem;font:inherit}
::file-selector-button{min-height:2.75rem;margin-right:.75rem;padding:.25rem .75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--wash);color:inherit;font:inherit}
select,textarea{margin:.25rem 0 .5rem;padding:.5rem;border:1px solid var(--line);background:var(--paper);color:inherit}
details{margin:1rem 0;padding:.25rem .75rem;border:1px solid var(--line);border-radius:.5rem}
summary{min-height:2.75rem;line-height:2.75rem;cursor:pointer}
.help{border:0;padding:0}.help summary{line-height:1.75rem}
label{display:block;margin:.5rem 0}input[type=tel],input.digits{display:block;width:100%;min-height:3.25rem;margin:.25rem 0 .5rem;padding:.5rem;border:1px solid var(--line);border-radius:.5rem;background:var(--paper);color:inherit;font:inherit;font-size:1.25rem}
.digits{letter-spacing:.25em;font-variant-numeric:tabular-nums}
.tick{display:flex;align-items:center;gap:.75rem;min-height:2.75rem}.tick input{width:1.5rem;height:1.5rem;flex:none}
nav{display:flex;flex-wrap:wrap;align-items:center;gap:0 1.25rem;margin:-.25rem 0 .5rem}nav a,header a{display:inline-flex;align-items:center;min-height:2.75rem}nav a[aria-current]{font-weight:700;text-decoration:none;border-bottom:2px solid}
nav form{margin-left:auto}header form{display:contents}button.quiet{width:auto;min-height:2.75rem;margin:0;padding:.25rem 0;background:none;color:inherit;font-weight:400;text-decoration:underline}
header{align-items:center;flex-wrap:wrap}
.card{margin:1rem 0;padding:.25rem .75rem;border:1px solid var(--line);border-radius:.5rem}.card h2{margin:.5rem 0 0;font-size:1.125rem}.urgent{border:2px solid var(--go)}
.state.on{border-left:.25rem solid var(--go)}
a.go{display:flex;align-items:center;justify-content:center;min-height:3.5rem;padding:.5rem;border-radius:.5rem;background:var(--go);color:#fff;font-weight:700;font-size:1.125rem;text-decoration:none}
.figures{display:grid;grid-template-columns:repeat(3,1fr);gap:.5rem}.figures div{padding:.5rem .75rem;background:var(--wash);border-radius:.5rem}.figures dt{font-size:.8125rem;line-height:1.3}.figures dd{font-size:1.375rem;font-weight:700;font-variant-numeric:tabular-nums}
.rows{margin:0;padding:0;list-style:none}.rows li{padding:.625rem 0;border-bottom:1px solid var(--line)}
a{color:inherit}:focus-visible{outline:3px solid #2563eb;outline-offset:2px}
`.trimStart()
