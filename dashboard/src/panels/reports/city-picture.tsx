import { cityMap } from '#contracts/wire/present/city-map.ts'
import type { AfterAction } from '#contracts/wire/routes/report-views.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'

/** The part of the city with the incident and, numbered, where those who accepted came from. */
export const CityPicture = ({ place, journeys }: Pick<AfterAction, 'place' | 'journeys'>) => {
  const { words } = useOfficeText().reports
  const known = journeys.flatMap(({ order, from }) => (from === null ? [] : [{ order, from }]))
  const map = cityMap(720, [place, ...known.map(({ from }) => from)])
  const here = map.place(place)
  const origins = known.map(({ order, from }) => ({ order, ...map.place(from) }))
  return (
    <figure>
      <svg
        role="img"
        aria-label={words.map}
        viewBox={`0 0 ${String(map.width)} ${String(map.height)}`}
        className="w-full rounded-lg border border-line bg-ground"
      >
        <path d={map.land} fill="var(--raised)" stroke="var(--edge)" />
        <path d={map.areas.map(({ d }) => d).join('')} fill="none" stroke="var(--line)" strokeWidth="0.8" />
        {origins.map(({ order, x, y }) => (
          <line
            key={order}
            x1={x}
            y1={y}
            x2={here.x}
            y2={here.y}
            stroke="var(--edge)"
            strokeDasharray="4 3"
          />
        ))}
        {origins.map(({ order, x, y }) => (
          <g key={order}>
            <circle cx={x} cy={y} r="8" fill="var(--panel)" stroke="var(--ink)" />
            <text x={x} y={y + 3.5} fontSize="10" textAnchor="middle" fill="var(--ink)">
              {order}
            </text>
          </g>
        ))}
        <circle cx={here.x} cy={here.y} r="10" fill="none" stroke="var(--kritis-mark)" strokeWidth="3" />
        <circle cx={here.x} cy={here.y} r="3.5" fill="var(--kritis-mark)" />
        <path
          d={`M16 ${String(map.height - 18)}h${map.bar.length.toFixed(1)}`}
          stroke="var(--soft)"
          strokeWidth="2"
        />
        <text x="16" y={map.height - 24} fontSize="11" fill="var(--soft)">
          {map.bar.km} km
        </text>
      </svg>
      <figcaption className="mt-1 text-[0.85rem] text-faint">{words.mapNote}</figcaption>
    </figure>
  )
}
